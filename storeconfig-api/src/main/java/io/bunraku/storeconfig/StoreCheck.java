// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Bytes;
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
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bunraku store check} does: opens the store, asks for its health, writes, reads and
 * deletes a probe, and counts the documents. The store's content is left as it was.
 *
 * @param backend name of the backend
 * @param settings as configured, secrets masked
 * @param traits what the backend promises
 * @param health its own word
 * @param write how long the write of the probe took, or zero if it did not come to that
 * @param read the same for the read
 * @param delete the same for the deletion
 * @param documents how many there are by the first segment of their keys
 * @param problem one line that says what failed, or null if all is well
 */
public record StoreCheck(
    String backend,
    Map<String, String> settings,
    Traits traits,
    Health health,
    Duration write,
    Duration read,
    Duration delete,
    Map<String, Long> documents,
    @Nullable String problem) {

  /** Whether the store can be used. */
  public boolean ok() {
    return problem == null;
  }

  /**
   * Checks a store.
   *
   * @throws StoreException if the backend or a setting is unknown; what the store itself answers is
   *     in the result
   */
  public static StoreCheck run(StoreOptions options) {
    return run(Backends.builtIn(), options);
  }

  /** The same with backends of plug-ins. */
  public static StoreCheck run(Backends backends, StoreOptions options) {
    try (StoreBackend backend = backends.open(options)) {
      return new Probe(backend).check(options.backend(), backends.masked(options));
    }
  }

  /** The probe under way: what it has learnt when something fails. */
  private static final class Probe {
    private final StoreBackend backend;
    private final Key key = Key.of("probe", UUID.randomUUID().toString());
    private final Map<String, Long> documents = new TreeMap<>();
    private Duration write = Duration.ZERO;
    private Duration read = Duration.ZERO;
    private Duration delete = Duration.ZERO;

    Probe(StoreBackend backend) {
      this.backend = backend;
    }

    StoreCheck check(String name, Map<String, String> settings) {
      Health health = backend.check();
      String problem = health.up() ? attempt() : health.detail();
      return new StoreCheck(
          name,
          settings,
          backend.traits(),
          health,
          write,
          read,
          delete,
          Map.copyOf(documents),
          problem);
    }

    private @Nullable String attempt() {
      try {
        String problem = roundTrip();
        count();
        return problem;
      } catch (StoreException e) {
        return e.getMessage();
      }
    }

    private @Nullable String roundTrip() {
      Value probe = Value.of(Bytes.utf8(key.path()));
      long start = System.nanoTime();
      WriteOutcome written = backend.write(key, probe, Token.ABSENT);
      long afterWrite = System.nanoTime();
      Stored stored = backend.read(key);
      long afterRead = System.nanoTime();
      backend.delete(key, stored.token());
      write = Duration.ofNanos(afterWrite - start);
      read = Duration.ofNanos(afterRead - afterWrite);
      delete = Duration.ofNanos(System.nanoTime() - afterRead);
      if (!(written instanceof WriteOutcome.Written)) {
        return "a write ended as " + written;
      }
      return stored.values().contains(probe) ? null : "a read did not show what was just written";
    }

    private void count() {
      try (Cursor<Entry> all = backend.scan(KeyPrefix.ALL, Projection.HEADS)) {
        all.forEachRemaining(e -> documents.merge(e.key().path().split("/", 2)[0], 1L, Long::sum));
      }
    }
  }
}
