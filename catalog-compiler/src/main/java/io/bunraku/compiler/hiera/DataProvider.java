// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import org.jspecify.annotations.Nullable;

/** One level of a hierarchy as a node sees it. */
interface DataProvider {

  /** The level's name. */
  String name();

  /** What the level has of a key, merged over its locations, or null. */
  @Nullable Object lookup(LookupKey key, Invocation invocation, MergeStrategy merge);
}
