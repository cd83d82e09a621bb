// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** What a master does while its store is away, and which copy of a store it trusts. */
@NullMarked
package io.bunraku.master.outage;

import org.jspecify.annotations.NullMarked;
