// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.DefaultBatchType;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Token;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of the documents, which a scan reads. It is written before the document (the head is
 * open) and after it (the head is closed and shows the token). So a document that was written is
 * always in the index, and what a closed head says is true:
 *
 * <p>all cells carry the number of the write as their timestamp, the closing one the greater. A
 * later write has a greater number than the one that it replaces, whatever its clock says, so its
 * opening covers the earlier closing. Of an open head the document is asked.
 */
final class HeadTable {
  /** How long the number of a deleted document is remembered: longer than clocks differ. */
  static final Duration MEMORY = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(HeadTable.class);

  /**
   * A family in partitions: twenty thousand nodes in some hundred rows each. Part of the format.
   */
  private static final int SHARDS = 32;

  private final Statements statements;
  private final Failures failures;
  private final Clock clock;

  HeadTable(Statements statements, Failures failures, Clock clock) {
    this.statements = statements;
    this.failures = failures;
    this.clock = clock;
  }

  static String family(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static BoundStatementBuilder at(PreparedStatement statement, Key key) {
    return statement
        .boundStatementBuilder()
        .setString("family", family(key.path()))
        .setInt("shard", Math.floorMod(key.path().hashCode(), SHARDS))
        .setString("key", key.path());
  }

  /** Says that a document is about to change. What fails here has not touched the document. */
  Version open(Key key, Token seen) {
    return failures.in(() -> {
      Version next = Version.after(seen.isAbsent() ? last(key) : number(seen), clock);
      execute(
          at(statements.openHead(), key)
              .setLong("stamp", next.opening())
              .setLong("v", next.number())
              .build());
      return next;
    });
  }

  private static long number(Token seen) {
    return Version.number(seen.value());
  }

  /** The number that a deleted document, or one that others are making, has come to. */
  private long last(Key key) {
    Row row = statements.session().execute(at(statements.headVersion(), key).build()).one();
    return row == null || row.isNull("version") ? 0 : row.getLong("version");
  }

  /** Says how a document is now. If that fails the head stays open, and scans ask the document. */
  void close(Key key, Version now, Map<String, String> attributes) {
    attempt(
        key,
        () ->
            execute(
                at(statements.closeHead(), key)
                    .setLong("stamp", now.closing())
                    .setLong("v", now.number())
                    .setString("state", now.token())
                    .setMap("attributes", attributes, String.class, String.class)
                    .build()));
  }

  /** Removes the head of a deleted document; its number is left for a while. */
  void drop(Key key, Version now) {
    BatchStatement both =
        BatchStatement.newInstance(
            DefaultBatchType.UNLOGGED,
            at(statements.dropHead(), key).setLong("stamp", now.opening()).build(),
            at(statements.leaveVersion(), key)
                .setLong("stamp", now.closing())
                .setLong("v", now.number())
                .build());
    attempt(key, () -> statements.session().execute(both));
  }

  private void execute(BoundStatement statement) {
    statements.session().execute(statement);
  }

  private void attempt(Key key, Runnable work) {
    try {
      failures.in(() -> {
        work.run();
        return key;
      });
    } catch (StoreException e) {
      LOG.debug("The head of {} stays open: {}", key, e.getMessage());
    }
  }

  /** What a scan has to read. */
  List<BoundStatement> below(KeyPrefix prefix) {
    String path = prefix.path();
    if (path.isEmpty()) {
      return List.of(statements.allHeads().bind());
    }
    String end = path.substring(0, path.length() - 1) + (char) ('/' + 1);
    return IntStream.range(0, SHARDS)
        .mapToObj(shard ->
            statements
                .heads()
                .boundStatementBuilder()
                .setString("family", family(path))
                .setInt("shard", shard)
                .setString("low", path)
                .setString("high", end)
                .build())
        .toList();
  }
}
