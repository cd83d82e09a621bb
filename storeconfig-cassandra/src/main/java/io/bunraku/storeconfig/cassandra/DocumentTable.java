// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The documents, one partition each, changed by lightweight transactions only. */
final class DocumentTable {
  private final Statements statements;
  private final Failures failures;

  DocumentTable(Statements statements, Failures failures) {
    this.statements = statements;
    this.failures = failures;
  }

  Stored read(Key key) {
    return failures.in(() -> stored(statements.session().execute(reading(key)).one()));
  }

  CompletionStage<Stored> readAsync(Key key) {
    return statements.session().executeAsync(reading(key)).thenApply(rows -> stored(rows.one()));
  }

  private BoundStatement reading(Key key) {
    return statements.read().boundStatementBuilder().setString("key", key.path()).build();
  }

  private static Stored stored(@Nullable Row row) {
    String token = row == null ? null : row.getString("state");
    if (row == null || token == null) {
      return Stored.ABSENT;
    }
    return new Stored(List.of(new Value(bytes(row), attributes(row))), new Token(token));
  }

  private static Bytes bytes(Row row) {
    ByteBuffer buffer = Objects.requireNonNull(row.getByteBuffer("value"));
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return Bytes.of(bytes);
  }

  static Map<String, String> attributes(Row row) {
    Map<String, String> attributes = row.getMap("attributes", String.class, String.class);
    return attributes == null ? Map.of() : attributes;
  }

  WriteOutcome write(Key key, Value value, Token seen, Version next) {
    BoundStatement write =
        statements
            .write()
            .boundStatementBuilder()
            .setString("key", key.path())
            .setString("state", next.token())
            .setString("seen", Version.text(seen))
            .setMap("attributes", value.attributes(), String.class, String.class)
            .setByteBuffer("value", ByteBuffer.wrap(value.bytes().array()))
            .build();
    return change(write, key, Version.text(seen), next.token());
  }

  WriteOutcome delete(Key key, Token seen) {
    BoundStatement delete =
        statements
            .delete()
            .boundStatementBuilder()
            .setString("key", key.path())
            .setString("seen", Version.text(seen))
            .build();
    return change(delete, key, Version.text(seen), null);
  }

  /**
   * Runs a transaction.
   *
   * @param own the token that the document has afterwards, null when it is deleted
   */
  private WriteOutcome change(
      BoundStatement change, Key key, @Nullable String seen, @Nullable String own) {
    try {
      ResultSet result = statements.session().execute(change);
      if (result.wasApplied() || (own != null && own.equals(present(result.one())))) {
        return new WriteOutcome.Written(Version.token(own));
      }
      return new WriteOutcome.Conflict();
    } catch (DriverException | IllegalStateException e) {
      if (Failures.isCertain(e)) {
        throw failures.of(e);
      }
      return settle(key, seen, own, e);
    }
  }

  /** The token that was found where the condition did not hold. */
  private static @Nullable String present(@Nullable Row row) {
    return row != null && row.getColumnDefinitions().contains("state")
        ? row.getString("state")
        : null;
  }

  /** Reads how a write ended whose answer was lost: its token is in the document, or was. */
  private WriteOutcome settle(
      Key key, @Nullable String seen, @Nullable String own, RuntimeException lost) {
    Row row;
    try {
      BoundStatement settle =
          statements.settle().boundStatementBuilder().setString("key", key.path()).build();
      row = statements.session().execute(settle).one();
    } catch (DriverException | IllegalStateException e) {
      return new WriteOutcome.Unknown(Failures.line(lost) + "; then " + Failures.line(e));
    }
    String now = row == null ? null : row.getString("state");
    String before = row == null ? null : row.getString("previous");
    if (Objects.equals(own, now) || (own != null && own.equals(before))) {
      return new WriteOutcome.Written(Version.token(own));
    }
    if (Objects.equals(seen, now) && Failures.isFinished(lost)) {
      throw failures.of(lost);
    }
    boolean lostTheRace = now != null && Objects.equals(seen, before) && !Objects.equals(seen, now);
    return lostTheRace
        ? new WriteOutcome.Conflict()
        : new WriteOutcome.Unknown(Failures.line(lost));
  }
}
