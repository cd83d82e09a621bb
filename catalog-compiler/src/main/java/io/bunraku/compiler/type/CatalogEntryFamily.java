// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

/** Types of what a catalog holds. */
public sealed interface CatalogEntryFamily extends PuppetType
    permits CatalogEntryType, ClassType, ResourceType {}
