// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.framework.state.ConnectionStateListener;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A persistent recursive watch on a family. ZooKeeper tells nothing of what happened while the
 * connection was away, so after each new one changes may have been missed.
 */
final class TreeWatch implements ChangeFeed.Subscription, Watcher, ConnectionStateListener {
  private static final Logger LOG = LoggerFactory.getLogger(TreeWatch.class);
  private final Connection connection;
  private final Layout layout;
  private final KeyPrefix prefix;
  private final ChangeFeed.Changes changes;
  private final String top;
  private volatile boolean closed;

  TreeWatch(Connection connection, Layout layout, KeyPrefix prefix, ChangeFeed.Changes changes) {
    this.connection = connection;
    this.layout = layout;
    this.prefix = prefix;
    this.changes = changes;
    String family = layout.family(prefix);
    this.top = family == null ? layout.root() : family;
  }

  /** Watches now, if there is a connection, and whenever there is one again. */
  void start() {
    connection.curator().getConnectionStateListenable().addListener(this);
    watch();
  }

  private void watch() {
    ZooKeeper client = connection.now();
    if (client != null && !closed) {
      client.addWatch(
          top,
          this,
          AddWatchMode.PERSISTENT_RECURSIVE,
          (code, path, context) -> watching(Code.get(code)),
          null);
    }
  }

  private void watching(Code code) {
    if (code != Code.OK) {
      LOG.warn("No watch on {}: {}; changes are found by scans only", top, code);
    }
    changes.lost();
  }

  @Override
  public void stateChanged(CuratorFramework client, ConnectionState state) {
    switch (state) {
      case CONNECTED, RECONNECTED -> watch();
      case SUSPENDED, LOST, READ_ONLY -> changes.lost();
    }
  }

  /** A write touches two znodes; the document's own is enough. */
  @Override
  public void process(WatchedEvent event) {
    if (closed || event.getType() == Event.EventType.None || event.getPath() == null) {
      return;
    }
    Key key = layout.key(event.getPath());
    if (key != null && key.startsWith(prefix)) {
      changes.changed(key);
    }
  }

  @Override
  public void close() {
    closed = true;
    ZooKeeper client = connection.now();
    if (client != null) {
      connection.curator().getConnectionStateListenable().removeListener(this);
      client.removeWatches(top, this, WatcherType.Any, true, (code, path, context) -> {}, null);
    }
  }
}
