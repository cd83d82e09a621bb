// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import io.bunraku.storeconfig.spi.ServerAddress;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    List<ServerAddress> contactPoints,
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
        s.addresses("contact-points", "", PORT),
        s.get("local-datacenter", "datacenter1"),
        keyspace(s),
        Login.of(s),
        Tls.of(s),
        level(s, "consistency", DefaultConsistencyLevel.LOCAL_QUORUM, false),
        level(s, "serial-consistency", DefaultConsistencyLevel.LOCAL_SERIAL, true),
        millis(s, "connect-timeout-ms", 5_000),
        millis(s, "request-timeout-ms", 5_000),
        s.between("connections-per-node", 1, 1, Integer.MAX_VALUE),
        s.between("max-requests", 256, 1, Integer.MAX_VALUE),
        s.flag("create-schema", false),
        s.between("replication-factor", 3, 1, Integer.MAX_VALUE));
  }

  static StoreException wrong(String setting, String what) {
    return new StoreException("store cassandra: '" + setting + "' " + what);
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
    return Duration.ofMillis(s.between(name, otherwise, 1, Integer.MAX_VALUE));
  }

  /** Where the store is, for messages. */
  String where() {
    return String.join(",", contactPoints.stream().map(ServerAddress::toString).toList());
  }
}
