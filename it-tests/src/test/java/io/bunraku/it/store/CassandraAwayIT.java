// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A real node is killed, and started again on its data. */
class CassandraAwayIT extends StoreAwayContract {

  @Override
  AwayStore open(Path scratch) {
    CassandraServer server = CassandraServer.shared();
    Killed store = new Killed(server, server.node());
    await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions() // its session finds the node again after the last test
        .until(() -> isWiped(server));
    return store;
  }

  private static boolean isWiped(CassandraServer server) {
    server.wipe();
    return true;
  }

  private record Killed(CassandraServer server, CassandraNode node) implements AwayStore {
    @Override
    public Map<String, String> settings() {
      Map<String, String> settings = new TreeMap<>(server.with());
      settings.put("backend", "cassandra");
      return settings;
    }

    @Override
    public Map<String, String> reading() {
      return settings();
    }

    @Override
    public void goAway() {
      node.kill();
    }

    @Override
    public void comeBack() {
      node.start();
      node.awaitReady();
    }

    /** A test that failed in the middle leaves a node for the next one. */
    @Override
    public void close() {
      if (!node.isAlive()) {
        comeBack();
      }
    }
  }
}
