// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.storeconfig.riak.RiakBackendProvider;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.tck.BackendKit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kit on a bucket type. Each test has a bucket of its own: a listing may still show for a while
 * what was deleted before, or not yet what was written.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RiakKit extends BackendKit {
  private final String type;
  private RiakEngine engine;
  private String bucket = "";

  RiakKit(String type) {
    this.type = type;
  }

  @BeforeAll
  void start(@TempDir Path dir) {
    engine = RiakEngine.start(dir);
    bucket = "bunraku-it-" + UUID.randomUUID();
    engine.requireType(type);
  }

  @AfterAll
  void stop() throws IOException {
    purge();
    engine.close();
  }

  @Override
  protected StoreBackendProvider provider() {
    return new RiakBackendProvider();
  }

  @Override
  protected StoreSettings settings() {
    return new StoreSettings("riak", engine.settings(type, bucket));
  }

  @Override
  protected void wipe() {
    purge();
    bucket = "bunraku-it-" + UUID.randomUUID();
  }

  private void purge() {
    try (StoreBackend backend = provider().open(settings());
        Cursor<Entry> entries = backend.scan(KeyPrefix.ALL, Projection.HEADS)) {
      entries.forEachRemaining(e -> backend.delete(e.key(), e.token()));
    }
  }

  @Override
  protected Optional<StoreSettings> unreachable() {
    String nobody = "127.0.0.1:" + EngineProcess.freePort();
    return Optional.of(new StoreSettings("riak", Map.of("nodes", nobody)));
  }

  @Override
  protected int many() {
    return 2_100;
  }
}
