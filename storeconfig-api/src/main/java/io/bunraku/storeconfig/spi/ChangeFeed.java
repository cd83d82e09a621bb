// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

/**
 * A backend may offer this: it tells of changes. What it tells is a hint; polling stays.
 *
 * <p>There is no position that could be kept: whoever begins to watch looks at everything after
 * that, and again after {@code lost}. A document may be told more often than it was changed, but
 * once after its last change at least, when that can be read.
 */
public interface ChangeFeed {

  /**
   * Begins to tell of changes below a prefix, also of those by other masters, and of deletions.
   * Should it not be able to tell of what is changed from now on, it says {@code lost} as soon as
   * it can.
   */
  Subscription watch(KeyPrefix prefix, Changes changes);

  /** Who listens. Called on a thread of the backend; must return soon and throw nothing. */
  interface Changes {
    /** A document may have changed. */
    void changed(Key key);

    /** Changes may have been missed: look at everything again. */
    void lost();
  }

  /** Ends the telling; {@code close} is idempotent, and what is under way may still be told. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
