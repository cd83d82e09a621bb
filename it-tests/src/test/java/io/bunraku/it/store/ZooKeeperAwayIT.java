// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** All three servers of a real ensemble are killed, and started again on their data. */
class ZooKeeperAwayIT extends StoreAwayContract {
  @TempDir static Path servers;
  private static ZooKeeperEnsemble ensemble;

  @BeforeAll
  static void startServers() {
    ensemble = ZooKeeperEnsemble.start(servers, null);
  }

  @AfterAll
  static void stopServers() {
    ensemble.close();
  }

  @Override
  AwayStore open(Path scratch) {
    return new Killed("/away-" + UUID.randomUUID());
  }

  private record Killed(String path) implements AwayStore {
    @Override
    public Map<String, String> settings() {
      return Map.of("backend", "zookeeper", "servers", ensemble.servers(), "path", path);
    }

    @Override
    public Map<String, String> reading() {
      return settings();
    }

    @Override
    public void goAway() {
      for (int i = 1; i <= ZooKeeperEnsemble.SIZE; i++) {
        ensemble.process(i).kill();
      }
    }

    @Override
    public void comeBack() {
      try {
        for (int i = 1; i <= ZooKeeperEnsemble.SIZE; i++) {
          ensemble.restart(i);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      ensemble.awaitWhole();
    }

    /** A test that failed in the middle leaves servers for the next one. */
    @Override
    public void close() {
      if (!ensemble.process(1).isAlive()) {
        comeBack();
      }
    }
  }
}
