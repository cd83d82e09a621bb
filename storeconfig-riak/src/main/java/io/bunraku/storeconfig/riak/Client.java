// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.core.FutureOperation;
import com.basho.riak.client.core.RiakCluster;
import com.basho.riak.client.core.RiakFuture;
import com.basho.riak.client.core.RiakNode;
import io.bunraku.storeconfig.spi.PemIdentity;
import io.bunraku.storeconfig.spi.ServerAddress;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Riak Java Client with its threads.
 *
 * @param cluster started
 * @param chores threads for its health checks
 * @param loop threads for its connections
 */
record Client(RiakCluster cluster, ScheduledExecutorService chores, EventLoopGroup loop)
    implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Client.class);
  private static final int IDLE_MILLIS = 60_000;

  /**
   * Opens connections.
   *
   * @param deadlineMillis after which a connection without an answer is closed
   */
  static Client open(RiakSettings settings, int deadlineMillis) {
    List<RiakNode> nodes = nodes(settings);
    // each node's health check may hold a thread, and two are the cluster's own
    ScheduledExecutorService chores =
        new ScheduledThreadPoolExecutor(
            nodes.size() + 2, new DefaultThreadFactory("riak-chores", true));
    EventLoopGroup loop = new NioEventLoopGroup(2, new DefaultThreadFactory("riak-io", true));
    Bootstrap bootstrap =
        new Bootstrap().group(loop).channelFactory(() -> Deadline.channel(deadlineMillis));
    RiakCluster cluster =
        RiakCluster.builder(nodes)
            .withBootstrap(bootstrap)
            .withExecutor(chores)
            .withExecutionAttempts(1)
            .build();
    cluster.start();
    return new Client(cluster, chores, loop);
  }

  private static List<RiakNode> nodes(RiakSettings settings) {
    Login login = settings.login();
    KeyStore trusted = login.trusted();
    KeyStore identity = login.identity();
    String password = login.password();
    List<RiakNode> nodes = new ArrayList<>();
    for (ServerAddress address : resolved(settings)) {
      RiakNode.Builder node =
          new RiakNode.Builder()
              .withRemoteAddress(address.host())
              .withRemotePort(address.port())
              .withMinConnections(settings.minConnections())
              .withMaxConnections(settings.maxConnections())
              .withConnectionTimeout(settings.connectMillis())
              .withIdleTimeout(IDLE_MILLIS);
      if (trusted != null && identity != null) {
        node.withAuth(login.user(), password, trusted, identity, PemIdentity.PASSWORD);
      } else if (trusted != null) {
        node.withAuth(login.user(), password, trusted);
      }
      nodes.add(node.build());
    }
    return nodes;
  }

  /** The client would fail each request that comes to a node without an address. */
  private static List<ServerAddress> resolved(RiakSettings settings) {
    List<ServerAddress> known = new ArrayList<>();
    for (ServerAddress node : settings.nodes()) {
      if (new InetSocketAddress(node.host(), node.port()).isUnresolved()) {
        LOG.warn("store riak: {} has no address and is left out until the next start", node);
      } else {
        known.add(node);
      }
    }
    if (known.isEmpty()) {
      throw new StoreUnavailableException(
          "store riak: no address is known for " + settings.nodes());
    }
    return known;
  }

  <T> RiakFuture<T, ?> send(FutureOperation<T, ?, ?> operation) {
    return cluster.execute(operation);
  }

  long running() {
    return cluster.getNodes().stream()
        .filter(n -> n.getNodeState() == RiakNode.State.RUNNING)
        .count();
  }

  /** The client's own shutdown takes half a second and, with a request that hangs, for ever. */
  @Override
  public void close() {
    chores.shutdownNow();
    loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
  }
}
