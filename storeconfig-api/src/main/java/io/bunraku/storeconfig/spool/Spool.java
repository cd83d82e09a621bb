// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spool;

import io.bunraku.storeconfig.CompiledRun;
import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.internal.Envelope;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.Report;
import io.bunraku.storeconfig.model.json.Codecs;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory of entries that wait for the store. An entry is on the disk when {@code add} returns.
 * One process uses a directory. Secrets are sealed as in the store.
 */
public final class Spool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
  static final String RUN = "run";
  static final String REPORT = "report";
  static final String FACTS = "facts";

  private final SpoolDirectory directory;
  private final SpoolLimits limits;
  private final Sealer sealer;
  private final Clock clock;
  private final TreeMap<Long, SpoolFile> waiting = new TreeMap<>();
  private final Map<Certname, Integer> runs = new HashMap<>();
  private long next = 1;
  private long lastGiven;
  private long bytes;
  private int uploads;
  private long uploadBytes;
  private long dropped;
  private long damaged;
  private long drained;

  private Spool(SpoolDirectory directory, SpoolLimits limits, Sealer sealer, Clock clock) {
    this.directory = directory;
    this.limits = limits;
    this.sealer = sealer;
    this.clock = clock;
  }

  /**
   * Opens a spool and finds what an earlier process has left in it.
   *
   * @param path is made if it is missing
   * @param keyring as the store's
   * @throws IOException if the directory cannot be used, or another process uses it
   */
  public static Spool open(Path path, SpoolLimits limits, @Nullable Keyring keyring, Clock clock)
      throws IOException {
    SpoolDirectory directory = SpoolDirectory.open(path);
    Spool spool = new Spool(directory, limits, new Sealer(keyring), clock);
    try {
      spool.load();
      return spool;
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  private synchronized void load() throws IOException {
    for (Path file : directory.entries()) {
      next = Math.max(next, SpoolDirectory.number(file) + 1);
      try {
        SpoolFile entry = SpoolFile.inspect(file);
        lastGiven = Math.max(lastGiven, entry.given());
        count(entry, 1);
        waiting.put(entry.number(), entry);
      } catch (IOException e) {
        setAside(file, e);
      }
    }
    if (!waiting.isEmpty()) {
      LOG.info("{} entries of the spool wait for the store", waiting.size());
    }
  }

  private void setAside(Path file, IOException why) throws IOException {
    damaged++;
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    LOG.error("An entry of the spool cannot be read and is kept as {}: {}", aside, why.toString());
  }

  /**
   * Keeps a run that is about to be answered.
   *
   * @throws StoreUnavailableException if the spool is full or its disk refuses: nothing is kept
   */
  public void add(CompiledRun run) {
    long given = time();
    add(RUN, run.node(), given, SpooledRun.encode(run, given), limits);
  }

  /**
   * Keeps a report.
   *
   * @throws StoreUnavailableException if the spool is full or its disk refuses: nothing is kept
   */
  public void add(Report report) {
    add(REPORT, report.node(), time(), Codecs.REPORT.encode(report), limits.forUploads());
  }

  /**
   * Keeps facts that were sent without a run.
   *
   * @throws StoreUnavailableException if the spool is full or its disk refuses: nothing is kept
   */
  public void add(Facts facts) {
    add(FACTS, facts.node(), time(), Codecs.FACTS.encode(facts), limits.forUploads());
  }

  /** Later than that of all entries before, whatever the clock says. */
  private synchronized long time() {
    lastGiven = Math.max(clock.millis(), lastGiven + 1);
    return lastGiven;
  }

  private void add(String kind, Certname node, long given, Bytes content, SpoolLimits most) {
    UUID id = UUID.randomUUID();
    Bytes sealed = sealer.seal(key(kind, node), id, List.of(), content, true).encode();
    SpoolFile file = reserve(kind, node, given, sealed, most);
    try {
      file.write(directory.path(), sealed);
    } catch (IOException e) {
      release(file);
      throw new StoreUnavailableException(
          "spool " + directory.path() + ": cannot be written: " + e.getMessage(), e);
    }
    synchronized (this) {
      waiting.put(file.number(), file);
    }
  }

  private static Key key(String kind, Certname node) {
    return Key.of("spool", kind, node.value());
  }

  /** Room is taken before the write, so that writes at one time do not exceed the limits. */
  private synchronized SpoolFile reserve(
      String kind, Certname node, long given, Bytes sealed, SpoolLimits most) {
    SpoolFile file = SpoolFile.plan(next, kind, node, given, sealed);
    boolean isRun = kind.equals(RUN);
    int entries = isRun ? waiting.size() : uploads;
    if (entries >= most.entries() || (isRun ? bytes : uploadBytes) + file.size() > most.bytes()) {
      throw new StoreUnavailableException(
          "spool %s: is full (%d entries, %d bytes)"
              .formatted(directory.path(), waiting.size(), bytes));
    }
    next++;
    count(file, 1);
    return file;
  }

  private synchronized void release(SpoolFile file) {
    count(file, -1);
  }

  private void count(SpoolFile file, int sign) {
    bytes += sign * file.size();
    if (file.kind().equals(RUN)) {
      runs.merge(file.node(), sign, (a, b) -> a + b == 0 ? null : a + b);
    } else {
      uploads += sign;
      uploadBytes += sign * file.size();
    }
  }

  /** Whether runs of a node wait, so that a later one must not overtake them. */
  public synchronized boolean holds(Certname node) {
    return runs.containsKey(node);
  }

  /** Whether nothing waits. */
  public synchronized boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** What waits, in the order in which it came. */
  synchronized List<SpoolFile> entries() {
    return List.copyOf(waiting.values());
  }

  /** The content of an entry; empty if it is damaged, and then it is set aside. */
  Optional<Bytes> content(SpoolFile file) throws IOException {
    try {
      Envelope envelope = Envelope.decode(file.read(directory.path()));
      return Optional.of(sealer.open(key(file.kind(), file.node()), envelope));
    } catch (IOException | IllegalArgumentException e) {
      IOException why = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
      synchronized (this) {
        setAside(directory.path().resolve(file.name()), why);
        forget(file);
      }
      return Optional.empty();
    }
  }

  /** An entry has reached the store. */
  void done(SpoolFile file) throws IOException {
    Files.deleteIfExists(directory.path().resolve(file.name()));
    synchronized (this) {
      drained++;
      forget(file);
    }
  }

  /** Drops an entry that is too old to be stored. */
  boolean dropIfTooOld(SpoolFile file) throws IOException {
    Duration age = Duration.ofMillis(clock.millis() - file.given());
    if (age.compareTo(limits.age()) <= 0) {
      return false;
    }
    Files.deleteIfExists(directory.path().resolve(file.name()));
    synchronized (this) {
      dropped++;
      forget(file);
    }
    LOG.error(
        "Dropped the {} of {} that has waited in the spool for {} days: tombstones that it has not"
            + " seen may be gone",
        file.kind(),
        file.node(),
        age.toDays());
    return true;
  }

  private void forget(SpoolFile file) {
    if (waiting.remove(file.number()) != null) {
      count(file, -1);
    }
  }

  /** What waits, in figures. */
  public synchronized SpoolStatus status() {
    Duration oldest =
        waiting.isEmpty()
            ? Duration.ZERO
            : Duration.ofMillis(clock.millis() - waiting.firstEntry().getValue().given());
    return new SpoolStatus(waiting.size(), bytes, oldest, dropped, damaged, drained);
  }

  /** Lets another process use the directory. Idempotent. */
  @Override
  public void close() throws IOException {
    directory.close();
  }
}
