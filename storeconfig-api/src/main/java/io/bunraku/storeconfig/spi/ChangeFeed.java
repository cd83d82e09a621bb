// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

/** A backend may offer this: it tells of changes. What it tells is a hint; polling stays. */
public interface ChangeFeed {

  /** Begins to tell of changes below a prefix, also of those by other masters. */
  Subscription watch(KeyPrefix prefix, Changes changes);

  /** Who listens. Called on a thread of the backend; must return soon and throw nothing. */
  interface Changes {
    /** A document may have changed. */
    void changed(Key key);

    /** Changes may have been missed: look at everything again. */
    void lost();
  }

  /** Ends the telling. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
