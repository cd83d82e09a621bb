// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.CompiledRun;
import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.RunOutcome;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.Report;
import io.bunraku.storeconfig.model.Resource;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged reaches the store, once and in order, whatever happens in between. */
class SpoolTest {
  private static final Certname WEB = new Certname("web1.example.com");
  private static final Certname DB = new Certname("db1.example.com");
  private static final EnvironmentName PRODUCTION = new EnvironmentName("production");

  @TempDir Path directory;
  private final MemoryStore memory = new MemoryStore(ConflictModel.COMPARE_AND_SET);
  private final StoreConfigs store = master("here");
  private final StoreConfigs other = master("elsewhere");
  private Clock clock = Clock.systemUTC();

  private StoreConfigs master(String name) {
    StoreOptions options =
        StoreOptions.of("memory", Map.of(), name).withDeadline(Duration.ofMillis(50));
    return StoreConfigs.over(new MemoryBackend(memory), options);
  }

  private Spool open() {
    return open(SpoolLimits.DEFAULT, null);
  }

  private Spool open(SpoolLimits limits, @Nullable Keyring keyring) {
    try {
      return Spool.open(directory, limits, keyring, clock);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static CompiledRun run(Certname node, long generation, String content) {
    String uuid = UUID.randomUUID().toString();
    String json = "{\"catalog_uuid\":\"" + uuid + "\",\"says\":\"" + content + "\"}";
    Resource exported =
        new Resource("Notify", content, List.of("x"), null, 0, true, Map.of("message", content));
    return new CompiledRun(
        node,
        PRODUCTION,
        generation,
        Long.toString(generation),
        "code" + generation,
        uuid,
        Bytes.utf8(json),
        List.of(new ExportedResource(node.value(), "production", exported, Set.of())),
        new Facts(node, PRODUCTION, Map.of("kernel", "Linux", "uptime", content), 5, "here"));
  }

  private static Report report(Certname node, String id) {
    return new Report(
        node, id, 1_700_000_000_000L, "changed", "production", false, Bytes.utf8("{}"));
  }

  private String catalog(Certname node) {
    return store.catalogs().get(node).map(c -> c.json().text()).orElse("none");
  }

  @Test
  void survivesItsProcess() throws IOException {
    try (Spool first = open()) {
      first.add(run(WEB, 3, "one"));
      first.add(report(WEB, "r1"));
    }
    try (Spool second = open()) {
      assertThat(second.status().entries()).isEqualTo(2);
      assertThat(second.holds(WEB)).isTrue();
      assertThat(new SpoolDrain(second, store).all()).isZero();
      assertThat(second.isEmpty()).isTrue();
      assertThat(second.holds(WEB)).isFalse();
      assertThat(second.status().bytes()).isZero();
      assertThat(second.status().drained()).isEqualTo(2);
    }
    assertThat(catalog(WEB)).contains("one");
    assertThat(store.nodes().get(WEB).orElseThrow().generation(PRODUCTION)).isEqualTo(3);
    assertThat(store.facts().get(WEB).orElseThrow().values())
        .containsEntry("kernel", "Linux")
        .containsEntry("uptime", "one");
    assertThat(store.exports().of(WEB)).hasSize(1);
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(1_700_000_000_000L), ZoneOffset.UTC);
    assertThat(store.reports().list(WEB, day, day)).hasSize(1);
  }

  @Test
  void keepsTheOrderOfANode() throws IOException {
    try (Spool spool = open()) {
      for (int i = 1; i <= 20; i++) {
        spool.add(run(WEB, i, "number " + i));
        spool.add(run(DB, i, "other " + i));
      }
      new SpoolDrain(spool, store).of(WEB);
      assertThat(catalog(WEB)).contains("number 20");
      assertThat(catalog(DB)).isEqualTo("none");
      assertThat(spool.holds(DB)).isTrue();
      new SpoolDrain(spool, store).all();
      assertThat(catalog(DB)).contains("other 20");
    }
  }

  @Test
  void nothingLeavesWhileTheStoreIsAway() throws IOException {
    try (Spool spool = open()) {
      spool.add(run(WEB, 1, "one"));
      memory.setDown(true);
      assertThatThrownBy(() -> new SpoolDrain(spool, store).all())
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(spool.status().entries()).isEqualTo(1);
      memory.setDown(false);
    }
  }

  @Test
  void whatAnotherMasterStoredLaterStaysButTheGenerationCounts() throws IOException {
    try (Spool spool = open()) {
      spool.add(run(WEB, 7, "early"));
      clock = Clock.systemUTC();
      StoreConfigs later =
          StoreConfigs.over(
              new MemoryBackend(memory),
              StoreOptions.of("memory", Map.of(), "elsewhere")
                  .withClock(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1))));
      assertThat(later.store(run(WEB, 6, "late"))).isInstanceOf(RunOutcome.Stored.class);
      new SpoolDrain(spool, store).all();
    }
    assertThat(catalog(WEB)).contains("late");
    assertThat(other.store(run(WEB, 6, "again"))).isEqualTo(new RunOutcome.Stale(7));
  }

  @Test
  void carriedTwiceItIsStoredOnce() throws IOException {
    CompiledRun run = run(WEB, 2, "once");
    assertThat(store.storeLate(run, 1000)).isTrue();
    Bytes first = store.catalogs().get(WEB).orElseThrow().json();
    long assignment = store.nodes().get(WEB).orElseThrow().assignment();
    assertThat(other.storeLate(run, 1000)).isTrue();
    assertThat(store.catalogs().get(WEB).orElseThrow().json()).isEqualTo(first);
    assertThat(store.nodes().get(WEB).orElseThrow().assignment()).isEqualTo(assignment);
  }

  @Test
  void aChangeOfEnvironmentElsewhereIsNotUndone() {
    CompiledRun early = run(WEB, 2, "early");
    CompiledRun moved =
        new CompiledRun(
            WEB,
            new EnvironmentName("testing"),
            1,
            "1",
            "code",
            UUID.randomUUID().toString(),
            Bytes.utf8("{}"),
            List.of(),
            null);
    other.store(moved);
    assertThat(store.storeLate(early, 1000)).isFalse();
    assertThat(store.nodes().get(WEB).orElseThrow().environment())
        .isEqualTo(new EnvironmentName("testing"));
    assertThat(store.nodes().get(WEB).orElseThrow().generation(PRODUCTION)).isEqualTo(2);
  }

  @Test
  void factsThatWaitedLoseAgainstLaterOnes() throws IOException {
    try (Spool spool = open()) {
      spool.add(new Facts(WEB, PRODUCTION, Map.of("kernel", "Linux"), 5, "here"));
      spool.add(new Facts(DB, PRODUCTION, Map.of("kernel", "Linux"), 5, "here"));
      store.facts().put(new Facts(DB, PRODUCTION, Map.of("kernel", "Plan9"), 6, "elsewhere"));
    }
    try (Spool spool = open()) {
      assertThat(spool.holds(WEB)).as("they hold no run up").isFalse();
      assertThat(new SpoolDrain(spool, store).all()).isZero();
      assertThat(spool.isEmpty()).isTrue();
    }
    assertThat(store.facts().get(WEB).orElseThrow().values()).containsEntry("kernel", "Linux");
    assertThat(store.facts().get(DB).orElseThrow().values()).containsEntry("kernel", "Plan9");
  }

  @Test
  void isBoundedAndReportsLeaveRoomForCatalogs() throws IOException {
    try (Spool spool = open(SpoolLimits.of(4, 1 << 20), null)) {
      spool.add(report(WEB, "r1"));
      spool.add(report(WEB, "r2"));
      assertThatThrownBy(() -> spool.add(report(WEB, "r3")))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("is full (2 entries");
      spool.add(run(WEB, 1, "one"));
      spool.add(run(WEB, 2, "two"));
      assertThatThrownBy(() -> spool.add(run(WEB, 3, "three"))).hasMessageContaining("is full");
      assertThat(spool.status().entries()).isEqualTo(4);
    }
    try (Spool small = open(SpoolLimits.of(100, 200), null)) {
      assertThatThrownBy(() -> small.add(run(DB, 1, "one"))).hasMessageContaining("is full");
    }
  }

  @Test
  void whatIsTooOldIsDroppedAndCounted() throws IOException {
    clock = Clock.offset(Clock.systemUTC(), SpoolLimits.HALF_GRACE.plusHours(1).negated());
    try (Spool spool = open()) {
      spool.add(run(WEB, 1, "ancient"));
    }
    clock = Clock.systemUTC();
    try (Spool spool = open()) {
      spool.add(run(DB, 1, "new"));
      new SpoolDrain(spool, store).all();
      assertThat(spool.status().dropped()).isEqualTo(1);
      assertThat(spool.status().drained()).isEqualTo(1);
    }
    assertThat(catalog(WEB)).isEqualTo("none");
    assertThat(catalog(DB)).contains("new");
  }

  @Test
  void damagedFilesAreSetAsideAndTheRestGoesOn() throws IOException {
    try (Spool spool = open()) {
      spool.add(run(WEB, 1, "one"));
      spool.add(run(WEB, 2, "two"));
      spool.add(run(WEB, 3, "three"));
    }
    Path cut = directory.resolve("00000000000000000001.entry");
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, java.util.Arrays.copyOf(whole, whole.length - 1));
    Path flipped = directory.resolve("00000000000000000002.entry");
    byte[] content = Files.readAllBytes(flipped);
    content[content.length - 1] ^= 1;
    Files.write(flipped, content);
    Files.writeString(directory.resolve("00000000000000000009.entry.new"), "half");
    try (Spool spool = open()) {
      assertThat(spool.status().entries()).isEqualTo(2);
      new SpoolDrain(spool, store).all();
      assertThat(spool.status().damaged()).isEqualTo(2);
      assertThat(spool.isEmpty()).isTrue();
    }
    assertThat(catalog(WEB)).contains("three");
    assertThat(directory.resolve("00000000000000000001.entry.damaged")).exists();
    assertThat(directory.resolve("00000000000000000009.entry.new")).doesNotExist();
  }

  @Test
  void oneProcessAtATime() throws IOException {
    try (Spool spool = open()) {
      assertThat(spool.isEmpty()).isTrue();
      assertThatThrownBy(() -> Spool.open(directory, SpoolLimits.DEFAULT, null, clock))
          .isInstanceOf(IOException.class)
          .hasMessage("spool " + directory + ": another process uses it");
    }
  }

  @Test
  void secretsAreSealedAndFilesAreForTheirOwner() throws IOException {
    Keyring keyring = new Keyring(1, Map.of(1, Bytes.of(new byte[32])));
    try (Spool spool = open(SpoolLimits.DEFAULT, keyring)) {
      spool.add(run(WEB, 1, "a-secret-word"));
      Path file = directory.resolve("00000000000000000001.entry");
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .doesNotContain("a-secret-word");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      new SpoolDrain(spool, store).all();
    }
    assertThat(catalog(WEB)).contains("a-secret-word");
  }
}
