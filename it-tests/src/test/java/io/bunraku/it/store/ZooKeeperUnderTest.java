// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.storeconfig.spi.StoreSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryNTimes;
import org.apache.zookeeper.KeeperException;
import org.jspecify.annotations.Nullable;

/** The ZooKeeper of the tests: the one that a variable of the environment names, else ours. */
final class ZooKeeperUnderTest implements AutoCloseable {
  static final String VARIABLE = "BUNRAKU_IT_ZOOKEEPER";
  private static final String PATH = "/bunraku-it";
  private final @Nullable ZooKeeperEnsemble ensemble;
  private final String servers;
  private final CuratorFramework admin;

  private ZooKeeperUnderTest(@Nullable ZooKeeperEnsemble ensemble, String servers) {
    this.ensemble = ensemble;
    this.servers = servers;
    this.admin =
        CuratorFrameworkFactory.builder()
            .connectString(servers)
            .retryPolicy(new RetryNTimes(20, 500))
            .ensembleTracker(false)
            .build();
    admin.start();
  }

  static ZooKeeperUnderTest start(Path directory) throws InterruptedException {
    String given = Given.of(VARIABLE);
    ZooKeeperEnsemble own = given == null ? ZooKeeperEnsemble.start(directory, null) : null;
    ZooKeeperUnderTest test =
        new ZooKeeperUnderTest(own, own == null ? String.valueOf(given) : own.servers());
    if (!test.admin.blockUntilConnected(30, TimeUnit.SECONDS)) {
      test.close();
      throw new IllegalStateException("No ZooKeeper at " + test.servers);
    }
    return test;
  }

  /** In words, for the report. */
  String describe() {
    return ensemble == null
        ? "the server at " + servers
        : "a real ensemble of " + ZooKeeperEnsemble.SIZE + " on loopback";
  }

  /** Stops all servers; null where the servers are of somebody else. */
  SharedStore.@Nullable Freezer freezer() {
    return ensemble == null
        ? null
        : SharedStore.freezer(ensemble.process(1), ensemble.process(2), ensemble.process(3));
  }

  StoreSettings settings(String... more) {
    Map<String, String> all = new TreeMap<>(Map.of("servers", servers, "path", PATH));
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return new StoreSettings("zookeeper", all);
  }

  String servers() {
    return servers;
  }

  CuratorFramework admin() {
    return admin;
  }

  /** Deletes all below our path. */
  void wipe() {
    try {
      admin.delete().deletingChildrenIfNeeded().forPath(PATH);
    } catch (KeeperException.NoNodeException e) {
      // nothing was there
    } catch (Exception e) { // Curator declares no narrower one
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
    if (ensemble != null) {
      ensemble.close();
    }
  }
}
