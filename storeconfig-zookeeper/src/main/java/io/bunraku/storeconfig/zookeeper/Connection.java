// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import io.bunraku.storeconfig.spi.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.curator.CuratorZookeeperClient;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.retry.RetryNTimes;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.data.ACL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session with the ensemble, made at first use; Curator makes a new one when it expires.
 * Curator's own operations are not used: the asynchronous requests of the client below it are never
 * sent again behind our back, and can be pipelined.
 */
final class Connection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
  private final ZooKeeperSettings settings;
  private final Failures failures;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable CuratorFramework curator;
  private volatile boolean closed;

  Connection(ZooKeeperSettings settings) {
    this.settings = settings;
    this.failures = new Failures(settings);
  }

  Failures failures() {
    return failures;
  }

  String servers() {
    return settings.servers();
  }

  List<ACL> acl() {
    return switch (settings.acl()) {
      case CREATOR -> Ids.CREATOR_ALL_ACL;
      case OPEN -> Ids.OPEN_ACL_UNSAFE;
    };
  }

  /**
   * A connected session. Until there is one nothing is sent, so that a write which fails here has
   * certainly not been done.
   */
  Session session() {
    CuratorZookeeperClient client = curator().getZookeeperClient();
    try {
      if (!client.isConnected() && !client.blockUntilConnectedOrTimedOut()) {
        throw failures.unreachable();
      }
      return new Session(client.getZooKeeper(), settings.request());
    } catch (StoreException e) {
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.unreachable();
    } catch (Exception e) { // Curator declares no narrower one
      requireOpen();
      throw failures.unreachable();
    }
  }

  /** The client that is connected now, or null. */
  @Nullable ZooKeeper now() {
    CuratorFramework current = curator;
    try {
      return closed || current == null || !current.getZookeeperClient().isConnected()
          ? null
          : current.getZookeeperClient().getZooKeeper();
    } catch (
        Exception e) { // Curator declares no narrower one; whoever asks hears of the next session
      LOG.debug("No session", e);
      return null;
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreException(Failures.line("is closed"));
    }
  }

  /** Curator, started. */
  CuratorFramework curator() {
    CuratorFramework current = curator;
    if (current != null && !closed) {
      return current;
    }
    lock.lock();
    try {
      requireOpen();
      current = curator;
      if (current == null) {
        current = start();
        curator = current;
      }
      return current;
    } finally {
      lock.unlock();
    }
  }

  private CuratorFramework start() {
    CuratorFrameworkFactory.Builder builder =
        CuratorFrameworkFactory.builder()
            .connectString(settings.servers())
            .sessionTimeoutMs((int) settings.session().toMillis())
            .connectionTimeoutMs((int) settings.connect().toMillis())
            .retryPolicy(new RetryNTimes(0, 0))
            // else it would take addresses from the ensemble's own configuration
            .ensembleTracker(false)
            .zkClientConfig(config());
    if (settings.user() != null) {
      String digest = settings.user() + ":" + settings.password().read();
      builder.authorization("digest", digest.getBytes(StandardCharsets.UTF_8));
    }
    CuratorFramework started = builder.build();
    started.getConnectionStateListenable().addListener((client, state) -> tell(state));
    started.start();
    return started;
  }

  private void tell(ConnectionState state) {
    switch (state) {
      case CONNECTED -> LOG.info("Connected to ZooKeeper at {}", settings.servers());
      case RECONNECTED -> LOG.info("Connected to ZooKeeper at {} again", settings.servers());
      case SUSPENDED -> LOG.warn("No connection to ZooKeeper at {}", settings.servers());
      case LOST -> LOG.warn("The session with ZooKeeper at {} is lost", settings.servers());
      case READ_ONLY -> LOG.warn("ZooKeeper at {} is read-only", settings.servers());
    }
  }

  private ZKClientConfig config() {
    ZKClientConfig config = new ZKClientConfig();
    ZooKeeperSettings.Tls tls = settings.tls();
    if (tls != null) {
      config.setProperty(ZKClientConfig.SECURE_CLIENT, "true");
      config.setProperty(
          ZKClientConfig.ZOOKEEPER_CLIENT_CNXN_SOCKET,
          "org.apache.zookeeper.ClientCnxnSocketNetty");
      config.setProperty(
          "zookeeper.ssl.hostnameVerification", Boolean.toString(tls.verifyHostname()));
      set(config, "zookeeper.ssl.trustStore.", tls.truststore());
      set(config, "zookeeper.ssl.keyStore.", tls.keystore());
    }
    return config;
  }

  private static void set(
      ZKClientConfig config, String prefix, ZooKeeperSettings.@Nullable Store store) {
    if (store != null) {
      config.setProperty(prefix + "location", store.file().toString());
      config.setProperty(prefix + "password", store.password().read());
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (curator != null) {
        curator.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
