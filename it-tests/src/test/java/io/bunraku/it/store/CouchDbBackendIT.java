// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.storeconfig.couchdb.CouchDbBackendProvider;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.tck.BackendKit;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The kit in both conflict models. */
class CouchDbBackendIT {
  @TempDir static Path dir;
  private static CouchDbServer server;

  @BeforeAll
  static void start() {
    server = CouchDbServer.startOrSkip(dir);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  abstract static class Kit extends BackendKit {
    private final String cluster;

    Kit(boolean cluster) {
      this.cluster = Boolean.toString(cluster);
    }

    @Override
    protected StoreBackendProvider provider() {
      return new CouchDbBackendProvider();
    }

    @Override
    protected StoreSettings settings() {
      return server.settings("cluster", cluster);
    }

    @Override
    protected void wipe() {
      server.wipe();
    }

    @Override
    protected Optional<StoreSettings> unreachable() {
      String nobody = "http://127.0.0.1:" + EngineProcess.freePort();
      return Optional.of(new StoreSettings("couchdb", Map.of("url", nobody, "cluster", cluster)));
    }

    /** Each write is a request and a flush. */
    @Override
    protected int many() {
      return 1050;
    }
  }

  @Nested
  class CompareAndSet extends Kit {
    CompareAndSet() {
      super(false);
    }
  }

  @Nested
  class Siblings extends Kit {
    Siblings() {
      super(true);
    }
  }
}
