// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The catalog under construction: resources, containment, relationships, collectors, overrides and
 * the finish. What Puppet's {@code compiler.rb} and {@code catalog.rb} do.
 */
@NullMarked
package io.bunraku.compiler.catalog;

import org.jspecify.annotations.NullMarked;
