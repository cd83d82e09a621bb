// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What all contracts share: the hooks that a backend's author fills, and helpers that settle an
 * unknown outcome and come again while the store is away. So the contracts hold under faults too.
 */
public abstract class BackendContract {
  private static final int PATIENCE = 1000;
  private StoreBackend backend;

  /** The provider under test. */
  protected abstract StoreBackendProvider provider();

  /** Settings of a store that can be written. */
  protected abstract StoreSettings settings();

  /** Empties that store; no backend is open on it. */
  protected abstract void wipe();

  /** Lets writes that are still under way arrive. Only a store that delays on purpose has them. */
  protected void quiesce() {}

  /** False for a store whose connection drops on purpose. */
  protected boolean isReliable() {
    return true;
  }

  /** Opens a fresh backend on an empty store. */
  @BeforeEach
  final void openBackend() {
    wipe();
    backend = provider().open(settings());
  }

  @AfterEach
  final void closeBackend() {
    backend.close();
  }

  final StoreBackend backend() {
    return backend;
  }

  final boolean comparesAndSets() {
    return backend.traits().conflicts() == ConflictModel.COMPARE_AND_SET;
  }

  static Value value(String text) {
    return Value.of(Bytes.utf8(text));
  }

  static Value value(String text, Map<String, String> attributes) {
    return new Value(Bytes.utf8(text), attributes);
  }

  static List<String> texts(List<Value> values) {
    return values.stream().map(v -> v.bytes().text()).distinct().sorted().toList();
  }

  final List<String> texts(Key key) {
    return texts(read(key).values());
  }

  /** Comes again while the store is away. */
  static <T> T patiently(Supplier<T> operation) {
    for (int i = 0; ; i++) {
      try {
        return operation.get();
      } catch (StoreUnavailableException e) {
        if (i == PATIENCE) {
          throw e;
        }
      }
    }
  }

  final Stored read(Key key) {
    return patiently(() -> backend.read(key));
  }

  /** Reads until something is true, for stores whose reads may be late. */
  final Stored readUntil(Key key, Predicate<Stored> condition) {
    return await(backend.traits().readStaleness(), () -> read(key), condition);
  }

  final List<Entry> scan(String prefix, Projection projection) {
    return patiently(() -> {
      try (Cursor<Entry> cursor = backend.scan(new KeyPrefix(prefix), projection)) {
        List<Entry> all = new ArrayList<>();
        cursor.forEachRemaining(all::add);
        return all;
      }
    });
  }

  final List<Entry> scanUntil(
      String prefix, Projection projection, Predicate<List<Entry>> condition) {
    return await(backend.traits().scanStaleness(), () -> scan(prefix, projection), condition);
  }

  private static <T> T await(Duration promise, Supplier<T> look, Predicate<T> condition) {
    if (promise.isZero()) {
      T seen = look.get();
      assertThat(seen).matches(condition);
      return seen;
    }
    Duration limit = promise.compareTo(Duration.ofMinutes(1)) < 0 ? promise : Duration.ofMinutes(1);
    return Awaitility.await().atMost(limit.plusSeconds(1)).until(look::get, condition);
  }

  /** Writes, and settles an unknown outcome by reading. The content must be found nowhere else. */
  final WriteOutcome write(Key key, Value value, Token seen) {
    boolean doubtful = false;
    for (int i = 0; i < PATIENCE; i++) {
      WriteOutcome outcome = patiently(() -> backend.write(key, value, seen));
      if (outcome instanceof WriteOutcome.Written) {
        return outcome;
      }
      if (outcome instanceof WriteOutcome.Unknown) {
        doubtful = true;
        quiesce();
      }
      Stored now = read(key);
      if (doubtful && now.values().stream().anyMatch(v -> v.bytes().equals(value.bytes()))) {
        return new WriteOutcome.Written(now.token());
      }
      if (outcome instanceof WriteOutcome.Conflict) {
        return outcome;
      }
    }
    throw new AssertionError("No outcome for " + key);
  }

  /** Writes what must be written. */
  final Token put(Key key, Value value, Token seen) {
    WriteOutcome outcome = write(key, value, seen);
    assertThat(outcome).as("write of %s", key).isInstanceOf(WriteOutcome.Written.class);
    return ((WriteOutcome.Written) outcome).token();
  }

  final Token put(Key key, Value value) {
    return put(key, value, Token.ABSENT);
  }

  /** Deletes until a read shows nothing. */
  final void remove(Key key) {
    for (int i = 0; i < PATIENCE; i++) {
      Stored now = read(key);
      if (now.isAbsent()) {
        return;
      }
      patiently(() -> backend.delete(key, now.token()));
    }
    throw new AssertionError(key + " does not go away");
  }

  /** What is there, or the test is skipped, saying why. */
  static <T> T orSkip(Optional<T> optional, String why) {
    assumeTrue(optional.isPresent(), why);
    return optional.orElseThrow();
  }

  /** A key that no other test uses. */
  static Key anyKey() {
    return Key.of("contract", UUID.randomUUID().toString());
  }
}
