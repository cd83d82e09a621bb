// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import io.bunraku.storeconfig.query.ResourceQuery;

/** A backend may offer this: it finds the exports a query wants by itself. */
public interface ResourcePushdown {

  /**
   * The {@code exports/} documents that may hold what a query accepts: perhaps too many, never too
   * few.
   */
  Cursor<Entry> candidates(ResourceQuery query);
}
