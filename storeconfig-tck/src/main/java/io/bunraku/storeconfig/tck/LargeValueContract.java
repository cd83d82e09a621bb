// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.internal.ChunkSweep;
import io.bunraku.storeconfig.internal.ChunkingBackend;
import io.bunraku.storeconfig.internal.RetryingBackend;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Law 7: values of up to 32 MB, alone or through chunks. */
public abstract class LargeValueContract extends BackendContract {
  private static final int LARGEST = 32 << 20;
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static Value random(long seed, int size) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return Value.of(Bytes.of(bytes));
  }

  /** The backend as the document layer uses it. */
  private ChunkingBackend chunking(StoreBackend below, Instant now) {
    Backoff backoff = new Backoff(Duration.ofSeconds(30), System::nanoTime, d -> {});
    return new ChunkingBackend(
        new RetryingBackend(below, backoff), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static void putThrough(StoreBackend chunking, Key key, Value value, Token seen) {
    for (int i = 0; i < 100; i++) {
      if (chunking.write(key, value, seen) instanceof WriteOutcome.Written
          || holds(chunking.read(key), value)) {
        return;
      }
    }
    throw new AssertionError("No outcome for " + key);
  }

  private static boolean holds(Stored stored, Value value) {
    return stored.values().stream().anyMatch(v -> v.bytes().equals(value.bytes()));
  }

  @Test
  void law7_theLargestValueThatTheTraitsAllowComesBack() {
    int size = (int) Math.min(LARGEST, backend().traits().maxValueBytes());
    Key key = anyKey();
    Value value = random(1, size);
    put(key, value);
    assertThat(holds(readUntil(key, s -> !s.isAbsent()), value)).isTrue();
  }

  @Test
  void law7_aLargerValueThanTheTraitsAllowIsRefused() {
    long limit = backend().traits().maxValueBytes();
    assumeTrue(limit < 100 << 20, "too large to try");
    Value value = random(2, (int) limit + 1);
    assertThatThrownBy(() -> patiently(() -> backend().write(anyKey(), value, Token.ABSENT)))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void law7_32MegabytesComeBackThroughChunks() {
    ChunkingBackend chunking = chunking(new Narrow(backend(), 1 << 20), NOON);
    Key key = anyKey();
    Value value = random(3, LARGEST);
    putThrough(chunking, key, value, Token.ABSENT);
    assertThat(holds(chunking.read(key), value)).isTrue();
  }

  @Test
  void law7_chunksAreSeenByNobody() {
    ChunkingBackend chunking = chunking(new Narrow(backend(), 16 << 10), NOON);
    Value value = random(4, 100_000);
    putThrough(chunking, Key.of("catalog", "a"), value, Token.ABSENT);
    List<Entry> all = new ArrayList<>();
    try (Cursor<Entry> cursor = patiently(() -> chunking.scan(KeyPrefix.ALL, Projection.VALUES))) {
      cursor.forEachRemaining(all::add);
    }
    assertThat(all).extracting(e -> e.key().path()).containsExactly("catalog/a");
    assertThat(all.get(0).values().get(0).bytes()).isEqualTo(value.bytes());
    assertThat(all.get(0).attributes()).isEmpty();
  }

  @Test
  void law7_chunksOfReplacedValuesGoAfterADayAndThoseInUseStay() {
    ChunkingBackend chunking = chunking(new Narrow(backend(), 16 << 10), NOON);
    Key key = Key.of("catalog", "a");
    Value last = random(6, 60_000);
    putThrough(chunking, key, random(5, 100_000), Token.ABSENT);
    putThrough(chunking, key, last, chunking.read(key).token());
    assertThat(sweep(NOON.plus(Duration.ofHours(23)))).isZero();
    assertThat(sweep(NOON.plus(Duration.ofHours(25)))).isGreaterThanOrEqualTo(7);
    assertThat(holds(chunking.read(key), last)).isTrue();
  }

  private int sweep(Instant now) {
    Backoff backoff = new Backoff(Duration.ofSeconds(30), System::nanoTime, d -> {});
    StoreBackend patient = new RetryingBackend(backend(), backoff);
    return new ChunkSweep(patient, Clock.fixed(now, ZoneOffset.UTC)).run();
  }
}
