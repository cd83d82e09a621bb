// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a value that is larger than the backend takes into chunks. They belong to one write and are
 * written before its head, so who reads a head finds its chunks, unless a later write has replaced
 * the head and the sweep has come: then the head is read again. See {@link ChunkSweep}.
 */
public final class ChunkingBackend implements StoreBackend {
  private static final int HEAD_READS = 8;
  private final StoreBackend backend;
  private final Chunks chunks;
  private final int largest;

  /**
   * @param backend whose {@code maxValueBytes} says when to cut
   * @param clock when chunks were written, for the sweep
   */
  public ChunkingBackend(StoreBackend backend, Clock clock) {
    this.backend = backend;
    this.chunks = new Chunks(backend, clock);
    this.largest = (int) Math.min(Integer.MAX_VALUE - 64, backend.traits().maxValueBytes());
  }

  /** As the backend's, but for the size, which is as large as an array. */
  @Override
  public Traits traits() {
    Traits own = backend.traits();
    return new Traits(
        own.conflicts(), Integer.MAX_VALUE - 64, own.readStaleness(), own.scanStaleness());
  }

  @Override
  public Stored read(Key key) {
    for (int i = 0; i < HEAD_READS; i++) {
      Stored head = backend.read(key);
      List<Value> whole = join(head.values());
      if (whole != null) {
        return new Stored(whole, head.token());
      }
    }
    throw new StoreException("Chunks of " + key + " are missing");
  }

  /** The values with their chunks, or null when a chunk is missing. */
  private @Nullable List<Value> join(List<Value> heads) {
    if (heads.stream().noneMatch(Chunks::isHead)) {
      return heads;
    }
    List<Value> whole = new ArrayList<>(heads.size());
    for (Value head : heads) {
      Value value = chunks.join(head);
      if (value == null) {
        return null;
      }
      whole.add(value);
    }
    return whole;
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    return backend.write(key, cut(key, value), seen);
  }

  private Value cut(Key key, Value value) {
    return value.bytes().size() <= largest ? value : chunks.cut(key, value, largest);
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    return backend.delete(key, seen);
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    return new WholeEntries(backend.scan(prefix, projection), this::whole);
  }

  /** An entry as it should look, or null for a chunk and for what is deleted meanwhile. */
  private @Nullable Entry whole(Entry entry) {
    if (entry.key().startsWith(Chunks.PREFIX)) {
      return null;
    }
    List<Value> values = join(entry.values());
    Token token = entry.token();
    if (values == null) {
      Stored now = read(entry.key());
      if (now.isAbsent()) {
        return null;
      }
      values = now.values();
      token = now.token();
    }
    return new Entry(entry.key(), token, Chunks.without(entry.attributes()), values);
  }

  @Override
  public <C> Optional<C> ability(Class<C> kind) {
    Optional<C> own = backend.ability(kind);
    return kind != AtomicWrites.class
        ? own
        : own.map(ability -> kind.cast(cutting((AtomicWrites) ability)));
  }

  private AtomicWrites cutting(AtomicWrites atomic) {
    return writes ->
        atomic.writeAll(
            writes.stream()
                .map(w -> new AtomicWrites.Write(w.key(), cut(w.key(), w.value()), w.seen()))
                .toList());
  }

  @Override
  public Health check() {
    return backend.check();
  }

  @Override
  public void close() {
    backend.close();
  }
}
