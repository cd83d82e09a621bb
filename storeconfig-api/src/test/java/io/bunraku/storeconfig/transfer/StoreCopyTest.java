// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.memory.Faults;
import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.transfer.CopyProgress.Phase;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A store moves with all it holds, whenever the copy is interrupted. */
class StoreCopyTest {
  private static final Keyring KEYRING = new Keyring(1, Map.of(1, Bytes.of(new byte[16])));

  @TempDir Path directory;
  private final List<Phase> phases = new ArrayList<>();
  private Consumer<CopyProgress> progress = p -> phases.add(p.phase());
  private Consumer<Duration> pause = d -> {};

  private static StoreOptions options(String master) {
    return StoreOptions.of("memory", Map.of(), master)
        .withKeyring(KEYRING)
        .withDeadline(Duration.ofSeconds(1));
  }

  private static StoreConfigs master(MemoryStore store) {
    return StoreConfigs.over(new MemoryBackend(store), options("m"));
  }

  /** Chunks of 4 kB on one side, whole values on the other. */
  private static MemoryStore store(ConflictModel model, long largest) {
    return new MemoryStore(model, Faults.NONE, largest, false);
  }

  private static StoreAdmin admin(String name, MemoryStore store) {
    return new StoreAdmin(name, new MemoryBackend(store), options("copy"));
  }

  private static Facts facts(int i, String value) {
    return new Facts(new Certname("node" + i), null, Map.of("f", value), i, "m");
  }

  private static void fill(MemoryStore store, int count) {
    try (StoreConfigs stores = master(store)) {
      for (int i = 0; i < count; i++) {
        stores.facts().put(facts(i, "v" + i));
      }
      byte[] large = new byte[50_000];
      new java.util.Random(1).nextBytes(large);
      stores.code().putBlob(Bytes.of(large));
    }
  }

  private StoreCopy.Result copy(MemoryStore from, MemoryStore to) throws IOException {
    try (StoreAdmin source = admin("memory:a", from);
        StoreAdmin target = admin("memory:b", to);
        CopyJournal journal = CopyJournal.open(directory.resolve("journal"), "a to b")) {
      return new StoreCopy(source, target, journal, Duration.ofSeconds(15), pause, progress).run();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "COMPARE_AND_SET, COMPARE_AND_SET",
    "COMPARE_AND_SET, SIBLINGS",
    "SIBLINGS, COMPARE_AND_SET",
    "SIBLINGS, SIBLINGS"
  })
  void movesEverythingAndRaisesTheEpoch(ConflictModel a, ConflictModel b) throws IOException {
    MemoryStore from = store(a, 4096);
    MemoryStore to = store(b, 1 << 20);
    fill(from, 300);
    StoreCopy.Result result = copy(from, to);
    assertThat(result.documents()).isEqualTo(2 * 300 + 1);
    assertThat(result.epoch()).isEqualTo(2);
    assertThat(phases).containsSubsequence(Phase.values());
    try (StoreConfigs source = master(from);
        StoreConfigs target = master(to)) {
      assertThat(target.facts().get(new Certname("node7")).orElseThrow().values())
          .containsEntry("f", "v7");
      assertThat(target.epoch().epoch()).isEqualTo(2);
      target.facts().put(facts(1000, "new"));
      assertThat(source.epoch().fenced()).isTrue();
      assertThat(source.facts().get(new Certname("node7"))).as("can be read").isPresent();
      assertThatThrownBy(() -> source.facts().put(facts(1001, "new")))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessage("The store is fenced, nothing is written: it is being moved to memory:b");
    }
    assertThat(directory.resolve("journal")).doesNotExist();
    assertThatThrownBy(() -> copy(from, to)).hasMessageContaining("finished copy already");
  }

  @Test
  void whatIsWrittenAndDeletedDuringTheBulkFollows() throws IOException {
    MemoryStore from = store(ConflictModel.COMPARE_AND_SET, 1 << 20);
    MemoryStore to = store(ConflictModel.COMPARE_AND_SET, 1 << 20);
    fill(from, 250);
    StoreConfigs writer = master(from);
    boolean[] once = {false};
    progress =
        p -> {
          if (p.phase() == Phase.FENCE && !once[0]) {
            once[0] = true;
            writer.facts().put(facts(9000, "late"));
            writer.facts().put(new Facts(new Certname("node3"), null, Map.of("f", "x"), 99, "m"));
            writer.nodes().purge(new Certname("node4"));
          }
        };
    copy(from, to);
    assertThat(once[0]).isTrue();
    try (StoreConfigs target = master(to)) {
      assertThat(target.facts().get(new Certname("node9000"))).isPresent();
      assertThat(target.facts().get(new Certname("node3")).orElseThrow().values())
          .containsEntry("f", "x");
      assertThat(target.facts().get(new Certname("node4"))).isEmpty();
    }
    writer.close();
  }

  @Test
  void interruptedAnywhereItIsResumed() throws IOException {
    MemoryStore from = store(ConflictModel.SIBLINGS, 4096);
    MemoryStore to = store(ConflictModel.COMPARE_AND_SET, 1 << 20);
    fill(from, 400);
    for (Phase phase : Phase.values()) {
      int[] left = {2};
      progress =
          p -> {
            if (p.phase() == phase && --left[0] <= 0) {
              to.setDown(true);
            }
          };
      pause = d -> {};
      if (phase == Phase.FENCE || phase == Phase.SWITCH) {
        left[0] = 1;
      }
      assertThatThrownBy(() -> copy(from, to)).isInstanceOf(StoreUnavailableException.class);
      to.setDown(false);
    }
    progress = p -> {};
    StoreCopy.Result result = copy(from, to);
    assertThat(result.copied()).as("all was there already").isZero();
    assertThat(result.documents()).isEqualTo(2 * 400 + 1);
    try (StoreAdmin a = admin("a", from);
        StoreAdmin b = admin("b", to)) {
      assertThat(StoreExport.write(a, new ByteArrayOutputStream()).hex()).isEqualTo(result.hash());
      assertThat(StoreExport.write(b, new ByteArrayOutputStream()).hex()).isEqualTo(result.hash());
    }
  }

  @Test
  void concurrentValuesAreMergedAndCopied() throws IOException {
    MemoryStore from = store(ConflictModel.SIBLINGS, 1 << 20);
    MemoryStore one = store(ConflictModel.COMPARE_AND_SET, 1 << 20);
    MemoryStore two = store(ConflictModel.COMPARE_AND_SET, 1 << 20);
    master(one).facts().put(new Facts(new Certname("n"), null, Map.of("f", "old"), 5, "m"));
    master(two).facts().put(new Facts(new Certname("n"), null, Map.of("f", "new"), 9, "m"));
    Key key = new Key("facts/n");
    MemoryBackend backend = new MemoryBackend(from);
    for (MemoryStore side : List.of(two, one)) {
      backend.write(key, new MemoryBackend(side).read(key).values().get(0), Token.ABSENT);
    }
    assertThat(backend.read(key).values()).hasSize(2);
    MemoryStore to = store(ConflictModel.COMPARE_AND_SET, 1 << 20);
    copy(from, to);
    assertThat(new MemoryBackend(to).read(key).values()).hasSize(1);
    assertThat(master(to).facts().get(new Certname("n")).orElseThrow().values())
        .containsEntry("f", "new");
  }

  @Test
  void aStoreThatHoldsSomethingElseIsLeftAlone() {
    MemoryStore from = store(ConflictModel.COMPARE_AND_SET, 1 << 20);
    MemoryStore to = store(ConflictModel.COMPARE_AND_SET, 1 << 20);
    fill(from, 3);
    fill(to, 1);
    assertThatThrownBy(() -> copy(from, to))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("memory:b is not empty");
    try (StoreAdmin source = admin("a", from)) {
      assertThat(source.epoch().fenced()).as("nothing has begun").isFalse();
    }
  }

  @Test
  void anAbandonedCopyLetsTheSourceGoOn() {
    MemoryStore from = store(ConflictModel.COMPARE_AND_SET, 1 << 20);
    try (StoreAdmin source = admin("a", from)) {
      source.change(e -> e.fence("why"));
      assertThatThrownBy(() -> master(from).facts().put(facts(1, "x"))).hasMessageContaining("why");
      StoreCopy.abandon(source);
      master(from).facts().put(facts(1, "x"));
      assertThat(master(from).facts().get(new Certname("node1"))).isPresent();
    }
  }

  @Test
  void goesToAFileAndBack() throws IOException {
    MemoryStore from = store(ConflictModel.SIBLINGS, 4096);
    fill(from, 50);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    CanonicalHash written;
    try (StoreAdmin source = admin("a", from)) {
      written = StoreExport.write(source, file);
    }
    String text = file.toString(StandardCharsets.UTF_8);
    assertThat(text).doesNotContain("v17"); // sealed
    MemoryStore to = store(ConflictModel.COMPARE_AND_SET, 1 << 20);
    try (StoreAdmin target = admin("b", to)) {
      String cut = text.substring(0, text.length() - 200);
      assertThatThrownBy(() -> read(target, cut)).hasMessageStartingWith("f.jsonl: is");
      String other = text.replaceFirst("\"documents\":\\d+", "\"documents\":1");
      assertThatThrownBy(() -> read(target, other)).hasMessageContaining("not finished");
      assertThat(read(target, text).hex()).isEqualTo(written.hex());
      assertThat(target.epoch().epoch()).isEqualTo(2);
      assertThat(StoreStats.of(target)).containsKeys("facts", "node", "blob", "store");
    }
    assertThat(master(to).facts().get(new Certname("node17")).orElseThrow().values())
        .containsEntry("f", "v17");
    try (StoreAdmin target = admin("c", store(ConflictModel.COMPARE_AND_SET, 1 << 20))) {
      assertThatThrownBy(() -> read(target, "{}\n")).hasMessage("f.jsonl: is no export of a store");
    }
  }

  private static CanonicalHash read(StoreAdmin target, String text) throws IOException {
    return StoreImport.read(target, new BufferedReader(new StringReader(text)), "f.jsonl");
  }
}
