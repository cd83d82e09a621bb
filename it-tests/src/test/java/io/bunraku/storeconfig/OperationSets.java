// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.internal.ChunkingBackend;
import io.bunraku.storeconfig.internal.RetryingBackend;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.model.json.Codec;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/**
 * Sets of operation ids, kept as documents by the same layers that keep facts and catalogs. In this
 * package because those layers are nobody's business but the stores'.
 */
@NullMarked
public final class OperationSets implements AutoCloseable {
  private static final Family<Set<String>> FAMILY =
      new Family<>(
          Codec.object(ids -> Map.of("ids", List.copyOf(ids)), f -> sorted(f.texts("ids"))),
          OperationSets::union,
          ids -> Map.of("count", Integer.toString(ids.size())),
          false);

  /** How an addition ended. */
  public enum Outcome {
    /** It is in the set, for good. */
    ACKNOWLEDGED,
    /** The same, after the store had once not known it. */
    SETTLED,
    /** It is certainly not in the set, and will not be. */
    REFUSED,
    /** The store did not know, and no answer came before the deadline. */
    UNKNOWN
  }

  private final StoreBackend backend;
  private final Documents documents;

  /** How the writes of this thread's present addition ended. */
  private final ThreadLocal<Trace> trace = ThreadLocal.withInitial(Trace::new);

  private static final class Trace {
    private boolean unknown;
    private boolean written;
  }

  private OperationSets(StoreBackend plain, Duration deadline) {
    Backoff backoff = new Backoff(deadline);
    StoreBackend patient = new RetryingBackend(new Traced(plain), backoff);
    this.backend = new ChunkingBackend(patient, Clock.systemUTC());
    this.documents = new Documents(backend, new Sealer(null), backoff);
  }

  /**
   * Opens sets on a backend.
   *
   * @param backend its name
   * @param deadline how long each addition is tried for
   */
  public static OperationSets open(
      String backend, Map<String, String> settings, Duration deadline) {
    return new OperationSets(
        Backends.builtIn().open(StoreOptions.of(backend, settings, "it")), deadline);
  }

  private static Key key(int set) {
    return Key.of("operations", Integer.toString(set));
  }

  private static Set<String> sorted(List<String> ids) {
    return Collections.unmodifiableSet(new TreeSet<>(ids));
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> all = new TreeSet<>(a);
    all.addAll(b);
    return Collections.unmodifiableSet(all);
  }

  /** Reads a set, adds an id, writes it over what was read, and again if another came first. */
  public Outcome add(int set, String id) {
    Trace mine = new Trace();
    trace.set(mine);
    try {
      documents.update(FAMILY, key(set), seen -> union(seen.value().orElse(Set.of()), Set.of(id)));
      return mine.unknown ? Outcome.SETTLED : Outcome.ACKNOWLEDGED;
    } catch (StoreUnavailableException e) {
      return mine.unknown || mine.written ? Outcome.UNKNOWN : Outcome.REFUSED;
    }
  }

  /** The ids in a set. */
  public Set<String> read(int set) {
    return documents.read(FAMILY, key(set)).value().orElse(Set.of());
  }

  /** Removes a set. */
  public void purge(int set) {
    documents.purge(key(set));
  }

  @Override
  public void close() {
    backend.close();
  }

  /** Remembers how writes ended. */
  private final class Traced implements StoreBackend {
    private final StoreBackend plain;

    Traced(StoreBackend plain) {
      this.plain = plain;
    }

    @Override
    public Traits traits() {
      return plain.traits();
    }

    @Override
    public Stored read(Key key) {
      return plain.read(key);
    }

    @Override
    public WriteOutcome write(Key key, Value value, Token seen) {
      WriteOutcome outcome = plain.write(key, value, seen);
      Trace mine = trace.get();
      mine.unknown |= outcome instanceof WriteOutcome.Unknown;
      mine.written |= outcome instanceof WriteOutcome.Written;
      return outcome;
    }

    @Override
    public WriteOutcome delete(Key key, Token seen) {
      return plain.delete(key, seen);
    }

    @Override
    public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
      return plain.scan(prefix, projection);
    }

    @Override
    public Health check() {
      return plain.check();
    }

    @Override
    public void close() {
      plain.close();
    }
  }
}
