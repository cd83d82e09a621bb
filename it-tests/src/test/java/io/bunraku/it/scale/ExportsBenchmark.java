// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.scale;

import io.bunraku.it.store.SharedStore;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.query.Filter;
import io.bunraku.storeconfig.query.ResourceQuery;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Measures exported resources at the size of a fleet, on any backend:
 *
 * <pre>
 * ExportsBenchmark [--nodes=20000] [--threads=8] [--bound=5] [--keep] BACKEND [SETTING=VALUE ...]
 * ExportsBenchmark local path=/tmp/bench.db
 * ExportsBenchmark cassandra
 * </pre>
 *
 * <p>Without settings it starts the engine that the tests of that backend use, in {@code
 * target/scale}. A longer bound is for stores that compare all heads in no less than it: there each
 * query would wait for a comparison, and its own time not be seen.
 *
 * <p>It writes five exports for each node through one master, then opens a second one and measures
 * its cold start, its memory, its queries, and how long a change takes from one to the other. The
 * nodes are purged at the end, unless {@code --keep} is given.
 */
final class ExportsBenchmark {
  private static final String TYPE = "Nagios_service";
  private static final int ROUNDS = 200;
  private static final Path ENGINES = Path.of("target", "scale").toAbsolutePath();
  private final PrintStream out;
  private final Fleet fleet;
  private final Supplier<StoreOptions> options;

  ExportsBenchmark(PrintStream out, Fleet fleet, Supplier<StoreOptions> options) {
    this.out = out;
    this.fleet = fleet;
    this.options = options;
  }

  /** Runs it from a command line. */
  public static void main(String[] args) throws IOException {
    Map<String, String> flags = new LinkedHashMap<>();
    List<String> words =
        Arrays.stream(args).filter(a -> !a.startsWith("--") || !flag(a, flags)).toList();
    if (words.isEmpty()) {
      System.err.println(
          "ExportsBenchmark [--nodes=N] [--threads=N] [--bound=SECONDS] [--keep] BACKEND"
              + " [KEY=VALUE ...]");
      System.exit(2);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    words.stream().skip(1).map(w -> w.split("=", 2)).forEach(w -> settings.put(w[0], w[1]));
    String backend = words.get(0);
    SharedStore engine = null;
    if (settings.isEmpty()) {
      engine = SharedStore.start(backend, Files.createDirectories(ENGINES.resolve(backend)));
      settings.putAll(engine.settings());
    }
    Fleet fleet =
        new Fleet(
            Integer.parseInt(flags.getOrDefault("nodes", "20000")),
            Integer.parseInt(flags.getOrDefault("threads", "8")));
    Duration bound = Duration.ofSeconds(Long.parseLong(flags.getOrDefault("bound", "5")));
    try {
      new ExportsBenchmark(
              System.out,
              fleet,
              () ->
                  StoreOptions.of(backend, settings, "bench")
                      .withDeadline(Duration.ofSeconds(30))
                      .withBound(bound))
          .run(flags.containsKey("keep"));
    } finally {
      if (engine != null) {
        engine.close();
      }
    }
    System.exit(0); // the engine's helpers may still have threads
  }

  private static boolean flag(String word, Map<String, String> flags) {
    String[] parts = word.substring(2).split("=", 2);
    flags.put(parts[0], parts.length == 2 ? parts[1] : "");
    return true;
  }

  void run(boolean keep) {
    try (StoreConfigs writer = StoreConfigs.open(options.get())) {
      timed("write of all exports", () -> fleet.export(writer));
      try (StoreConfigs reader = StoreConfigs.open(options.get())) {
        start(reader);
        query(reader);
        propagate(writer, reader);
      }
      if (!keep) {
        timed("purge of all nodes", () -> fleet.purge(writer));
      }
    }
  }

  private void start(StoreConfigs reader) {
    long before = used();
    timed(
        "cold start of the replica",
        () -> say("  resources in it: " + reader.exports().load(count -> {})));
    say(String.format(Locale.ROOT, "memory of the replica: %.1f MB", (used() - before) / 1e6));
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private void query(StoreConfigs reader) {
    measure(reader, "all of one type", new Filter.Always());
    measure(reader, "half of a type, by tag", new Filter.Eq("tag", "half"));
    measure(reader, "1 in 200 of a type, by tag", new Filter.Eq("tag", "rack1"));
    measure(
        reader,
        "1 in 200, by tag and not parameter",
        new Filter.And(
            List.of(new Filter.Eq("tag", "rack1"), new Filter.NotEq("ensure", "absent"))));
    measure(reader, "1 in 200 of a type, by parameter", new Filter.Eq("host_group", "rack1"));
    measure(reader, "one, by title", new Filter.Eq("title", Fleet.title(fleet.name(7), 0)));
    measure(reader, "1 in 200, without index", new Filter.NotEq("not_rack1", "yes"));
  }

  private void measure(StoreConfigs reader, String what, Filter filter) {
    ResourceQuery query = new ResourceQuery(TYPE, filter, "asking.example.com", null);
    long start = System.nanoTime();
    List<ExportedResource> found = reader.exports().find(query);
    double first = (System.nanoTime() - start) / 1e6;
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      reader.exports().find(query);
      nanos[i] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    say(
        String.format(
            Locale.ROOT,
            "query %-38s %6d matches: median %8.3f ms, 99%% %8.3f ms, the first %8.3f ms",
            what,
            found.size(),
            nanos[ROUNDS / 2] / 1e6,
            nanos[ROUNDS * 99 / 100] / 1e6,
            first));
  }

  /** A change on one master until the other shows it, asked again and again. */
  private void propagate(StoreConfigs writer, StoreConfigs reader) {
    long longest = 0;
    for (int round = 1; round <= 5; round++) {
      String group = "moved" + round;
      ResourceQuery query =
          new ResourceQuery(TYPE, new Filter.Eq("host_group", group), "asking.example.com", null);
      fleet.move(writer, round, group);
      long start = System.nanoTime();
      while (reader.exports().find(query).isEmpty()) {
        LockSupport.parkNanos(1_000_000);
      }
      longest = Math.max(longest, System.nanoTime() - start);
    }
    say(
        String.format(
            Locale.ROOT,
            "another master sees a change after at most %.2f s (5 changes)",
            longest / 1e9));
  }

  private void timed(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    say(String.format(Locale.ROOT, "%s: %.2f s", what, (System.nanoTime() - start) / 1e9));
  }

  private void say(String line) {
    out.println(line);
  }
}
