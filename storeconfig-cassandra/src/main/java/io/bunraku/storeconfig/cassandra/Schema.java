// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes what {@code schema.cql} says. */
final class Schema {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Schema() {}

  static void create(CqlSession session, CassandraSettings settings) {
    for (String statement : statements(settings)) {
      session.execute(SimpleStatement.newInstance(statement).setTimeout(PATIENCE));
    }
  }

  static List<String> statements(CassandraSettings settings) {
    String text =
        text()
            .replaceAll("(?m)^--.*$", "")
            .replace("${keyspace}", settings.keyspace())
            .replace("${local-datacenter}", settings.localDatacenter().replace("'", "''"))
            .replace("${replication-factor}", Integer.toString(settings.replicationFactor()));
    return Stream.of(text.split(";\n", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(Schema.class.getResourceAsStream("schema.cql"), "schema.cql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
