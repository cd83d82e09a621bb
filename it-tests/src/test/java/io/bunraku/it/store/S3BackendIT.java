// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.storeconfig.s3.S3BackendProvider;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.tck.BackendKit;
import io.bunraku.storeconfig.tck.ConflictContract;
import io.bunraku.storeconfig.tck.ReadWriteContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The kit on a bucket: a real one, or else that of an imitation. */
class S3BackendIT extends BackendKit {
  @TempDir static Path dir;
  private static S3Engine engine;

  @BeforeAll
  static void start() {
    engine = S3Engine.real().orElseGet(() -> S3Engine.imitation(dir));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Override
  protected StoreBackendProvider provider() {
    return new S3BackendProvider();
  }

  @Override
  protected StoreSettings settings() {
    return new StoreSettings("s3", engine.settings());
  }

  @Override
  protected void wipe() {
    try (StoreBackend backend = provider().open(settings());
        Cursor<Entry> all = backend.scan(KeyPrefix.ALL, Projection.HEADS)) {
      while (all.hasNext()) {
        Entry e = all.next();
        backend.delete(e.key(), e.token());
      }
    }
  }

  @Override
  protected Optional<StoreSettings> unreachable() {
    return Optional.of(S3Engine.nowhere());
  }

  /** More than a page of a listing. */
  @Override
  protected int many() {
    return 1050;
  }

  /** A server without conditions on deletions gets tombstones. */
  private static StoreSettings withTombstones() {
    return new StoreSettings("s3", engine.settings("conditional-delete", "false"));
  }

  /** Deleted documents, and those that are made again, with tombstones. */
  @Nested
  class TombstoneConflict extends ConflictContract {
    @Override
    protected StoreBackendProvider provider() {
      return S3BackendIT.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return withTombstones();
    }

    @Override
    protected void wipe() {
      S3BackendIT.this.wipe();
    }
  }

  /** Absent documents that have a token. */
  @Nested
  class TombstoneReadWrite extends ReadWriteContract {
    @Override
    protected StoreBackendProvider provider() {
      return S3BackendIT.this.provider();
    }

    @Override
    protected StoreSettings settings() {
      return withTombstones();
    }

    @Override
    protected void wipe() {
      S3BackendIT.this.wipe();
    }
  }
}
