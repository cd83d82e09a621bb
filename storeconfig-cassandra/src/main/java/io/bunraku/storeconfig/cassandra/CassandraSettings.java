// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings, validated. Files are read when the store is first needed.
 *
 * @param contactPoints nodes to ask first, unresolved
 * @param localDatacenter the only data centre whose nodes are asked
 * @param replicationFactor for a keyspace that is made here
 * @param createSchema whether missing keyspace and tables are made
 * @param connections to each node
 * @param maxRequests under way at once; as many again may wait
 */
record CassandraSettings(
    List<InetSocketAddress> contactPoints,
    String localDatacenter,
    String keyspace,
    Login login,
    Tls tls,
    ConsistencyLevel consistency,
    ConsistencyLevel serialConsistency,
    Duration connectTimeout,
    Duration requestTimeout,
    int connections,
    int maxRequests,
    boolean createSchema,
    int replicationFactor) {
  private static final int PORT = 9042;
  private static final Set<String> KNOWN =
      Set.of(
          "contact-points",
          "local-datacenter",
          "keyspace",
          "username",
          "password",
          "password-file",
          "tls",
          "tls-ca",
          "tls-certificate",
          "tls-key",
          "tls-verify-hostname",
          "consistency",
          "serial-consistency",
          "connect-timeout-ms",
          "request-timeout-ms",
          "connections-per-node",
          "max-requests",
          "create-schema",
          "replication-factor");

  static CassandraSettings of(StoreSettings s) {
    s.allow(KNOWN);
    return new CassandraSettings(
        addresses(s.require("contact-points")),
        s.get("local-datacenter", "datacenter1"),
        keyspace(s),
        Login.of(s),
        Tls.of(s),
        level(s, "consistency", DefaultConsistencyLevel.LOCAL_QUORUM, false),
        level(s, "serial-consistency", DefaultConsistencyLevel.LOCAL_SERIAL, true),
        millis(s, "connect-timeout-ms", 5_000),
        millis(s, "request-timeout-ms", 5_000),
        positive(s, "connections-per-node", 1),
        positive(s, "max-requests", 256),
        flag(s, "create-schema", false),
        positive(s, "replication-factor", 3));
  }

  static StoreException wrong(String setting, String what) {
    return new StoreException("store cassandra: '" + setting + "' " + what);
  }

  private static List<InetSocketAddress> addresses(String text) {
    List<InetSocketAddress> addresses =
        Stream.of(text.split(",", -1))
            .map(String::strip)
            .filter(point -> !point.isEmpty())
            .map(CassandraSettings::address)
            .toList();
    if (addresses.isEmpty()) {
      throw wrong("contact-points", "names no host");
    }
    return addresses;
  }

  /** {@code host}, {@code host:port}, {@code [address]} or {@code [address]:port}. */
  private static InetSocketAddress address(String point) {
    int colon = point.lastIndexOf(':');
    boolean hasPort = colon > point.lastIndexOf(']') && colon == point.indexOf(':', bracket(point));
    String host = hasPort ? point.substring(0, colon) : point;
    try {
      int port = hasPort ? Integer.parseInt(point.substring(colon + 1)) : PORT;
      return InetSocketAddress.createUnresolved(host.replaceAll("[\\[\\]]", ""), port);
    } catch (IllegalArgumentException e) {
      throw wrong("contact-points", "has no port in '" + point + "'");
    }
  }

  private static int bracket(String point) {
    return Math.max(0, point.lastIndexOf(']'));
  }

  /** Lower case, so that nobody needs quotes. */
  private static String keyspace(StoreSettings s) {
    String name = s.get("keyspace", "bunraku");
    if (!name.matches("[a-z][a-z0-9_]{0,47}")) {
      throw wrong("keyspace", "is no name of lower-case letters, digits and '_': " + name);
    }
    return name;
  }

  private static ConsistencyLevel level(
      StoreSettings s, String name, DefaultConsistencyLevel otherwise, boolean serial) {
    List<String> allowed =
        serial ? List.of("LOCAL_SERIAL", "SERIAL") : List.of("LOCAL_QUORUM", "QUORUM", "ALL");
    String level = s.get(name, otherwise.name()).toUpperCase(Locale.ROOT);
    if (!allowed.contains(level)) {
      throw wrong(name, "must be one of " + String.join(", ", allowed));
    }
    return DefaultConsistencyLevel.valueOf(level);
  }

  private static Duration millis(StoreSettings s, String name, int otherwise) {
    return Duration.ofMillis(positive(s, name, otherwise));
  }

  private static int positive(StoreSettings s, String name, int otherwise) {
    int number = s.integer(name, otherwise);
    if (number < 1) {
      throw wrong(name, "must be 1 or more");
    }
    return number;
  }

  static boolean flag(StoreSettings s, String name, boolean otherwise) {
    String value = s.get(name, Boolean.toString(otherwise)).strip();
    if (!value.equals("true") && !value.equals("false")) {
      throw wrong(name, "must be true or false");
    }
    return value.equals("true");
  }

  static @Nullable Path path(StoreSettings s, String name) {
    return s.get(name) == null ? null : s.requirePath(name);
  }

  /** Where the store is, for messages. */
  String where() {
    return String.join(
        ",", contactPoints.stream().map(a -> a.getHostString() + ":" + a.getPort()).toList());
  }
}
