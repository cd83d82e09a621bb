// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.datastax.oss.driver.api.core.ssl.ProgrammaticSslEngineFactory;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The driver's session, opened when it is first needed. The driver keeps it alive from then on. */
final class Connection {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  /** Nobody tries again sooner after a failure: requests that come meanwhile fail alike. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** The driver's own 2 s would be felt at the end of each command; with none Netty complains. */
  private static final int QUIET_MILLIS = 100;

  private static final int SHUTDOWN_MILLIS = 15_000;

  private final CassandraSettings settings;
  private final Failures failures;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Statements statements;
  private volatile boolean closed;
  private @Nullable StoreException lastFailure;
  private long failedAt;

  Connection(CassandraSettings settings) {
    this.settings = settings;
    this.failures = new Failures(settings);
  }

  CassandraSettings settings() {
    return settings;
  }

  Failures failures() {
    return failures;
  }

  Statements statements() {
    Statements open = statements;
    return open != null && !closed ? open : connected();
  }

  private Statements connected() {
    lock.lock();
    try {
      if (closed) {
        throw new StoreUnavailableException("store cassandra: is closed");
      }
      Statements open = statements;
      if (open == null) {
        refuseSoonAfterFailure();
        open = connect();
        statements = open;
      }
      return open;
    } catch (StoreException e) {
      remember(e);
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private void refuseSoonAfterFailure() {
    StoreException last = lastFailure;
    if (last != null && System.nanoTime() - failedAt < PAUSE.toNanos()) {
      String message = String.valueOf(last.getMessage());
      throw last instanceof StoreUnavailableException
          ? new StoreUnavailableException(message, last.getCause())
          : new StoreException(message, last.getCause());
    }
    lastFailure = null;
  }

  private void remember(StoreException e) {
    if (lastFailure == null) {
      lastFailure = e;
      failedAt = System.nanoTime();
    }
  }

  private Statements connect() {
    CqlSession session = failures.in(() -> builder().build());
    try {
      Statements prepared = failures.in(() -> prepare(session));
      LOG.info(
          "Store cassandra: {}, data centre {}, keyspace {}",
          settings.where(),
          settings.localDatacenter(),
          settings.keyspace());
      return prepared;
    } catch (StoreException e) {
      session.close();
      throw e;
    }
  }

  private Statements prepare(CqlSession session) {
    try {
      return Statements.prepare(session, settings);
    } catch (InvalidQueryException e) {
      if (!settings.createSchema()) {
        throw e;
      }
      Schema.create(session, settings);
      return Statements.prepare(session, settings);
    }
  }

  private CqlSessionBuilder builder() {
    CqlSessionBuilder builder =
        CqlSession.builder()
            .withClassLoader(Connection.class.getClassLoader())
            .withConfigLoader(config())
            .withLocalDatacenter(settings.localDatacenter())
            .addContactPoints(
                settings.contactPoints().stream()
                    .map(a -> InetSocketAddress.createUnresolved(a.host(), a.port()))
                    .toList());
    String username = settings.login().username();
    if (username != null) {
      builder.withAuthCredentials(username, settings.login().password().read());
    }
    Tls tls = settings.tls();
    if (tls.enabled()) {
      builder.withSslEngineFactory(
          new ProgrammaticSslEngineFactory(tls.context(), null, tls.verifyHostname()));
    }
    return builder;
  }

  /** Nothing is retried or sent twice, everything is bounded. */
  private DriverConfigLoader config() {
    Duration request = settings.requestTimeout();
    return DriverConfigLoader.programmaticBuilder(Connection.class.getClassLoader())
        .withString(DefaultDriverOption.SESSION_NAME, "bunraku")
        .withClass(DefaultDriverOption.RETRY_POLICY_CLASS, NoRetries.class)
        .withString(
            DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS, "NoSpeculativeExecutionPolicy")
        .withString(DefaultDriverOption.REQUEST_CONSISTENCY, settings.consistency().name())
        .withString(
            DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY, settings.serialConsistency().name())
        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, request)
        .withInt(DefaultDriverOption.REQUEST_PAGE_SIZE, 1000)
        .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, settings.connectTimeout())
        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, settings.connectTimeout())
        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, settings.connectTimeout())
        .withInt(DefaultDriverOption.CONNECTION_POOL_LOCAL_SIZE, settings.connections())
        .withString(
            DefaultDriverOption.REQUEST_THROTTLER_CLASS, "ConcurrencyLimitingRequestThrottler")
        .withInt(
            DefaultDriverOption.REQUEST_THROTTLER_MAX_CONCURRENT_REQUESTS, settings.maxRequests())
        .withInt(DefaultDriverOption.REQUEST_THROTTLER_MAX_QUEUE_SIZE, settings.maxRequests())
        .withDuration(DefaultDriverOption.RECONNECTION_BASE_DELAY, Duration.ofMillis(500))
        .withDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY, Duration.ofSeconds(5))
        .withDuration(DefaultDriverOption.HEARTBEAT_INTERVAL, Duration.ofSeconds(10))
        .withDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT, request)
        .withString(DefaultDriverOption.NETTY_IO_SHUTDOWN_UNIT, "MILLISECONDS")
        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, QUIET_MILLIS)
        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_TIMEOUT, SHUTDOWN_MILLIS)
        .withString(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_UNIT, "MILLISECONDS")
        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, QUIET_MILLIS)
        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_TIMEOUT, SHUTDOWN_MILLIS)
        .withStringList(
            DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES, List.of(settings.keyspace()))
        .build();
  }

  /** What is under way is finished first. */
  void close() {
    lock.lock();
    try {
      closed = true;
      Statements open = statements;
      statements = null;
      if (open != null) {
        open.session().close();
      }
    } finally {
      lock.unlock();
    }
  }
}
