// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bunraku.it.agent.Command;
import io.bunraku.storeconfig.Backends;
import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code store copy} from each backend to the next and back to the first, each copy killed once and
 * run again. The content stays the same, and what was moved can be read by a master.
 */
@Tag("long")
class StoreRingIT {
  private static final Path LAUNCHER = Path.of("..", "bin", "bunraku").toAbsolutePath().normalize();
  private static final List<String> RING =
      List.of("local", "zookeeper", "cassandra", "couchdb", "riak", "s3");
  private static final int NODES = Integer.getInteger("ring.nodes", 300);
  private static final int HALF = 4000; // bytes of a journal by which a copy is under way
  private static final Certname NODE = new Certname("node7.example.com");

  /** Larger than what a znode, a row or an object of Riak's takes. */
  private static final int LARGE = 2_500_000;

  @TempDir Path directory;
  private String hash = "";

  private List<String> copy(SharedStore from, SharedStore to) {
    List<String> words = new ArrayList<>(List.of(LAUNCHER.toString(), "store", "copy"));
    words.addAll(List.of("--from", from.place(), "--to", to.place(), "--fence-wait", "0"));
    words.addAll(List.of("--set", "vardir=" + directory.resolve("var")));
    return words;
  }

  private static StoreOptions options(SharedStore store) {
    return StoreOptions.of(store.backend(), store.settings(), "m")
        .withDeadline(Duration.ofSeconds(30));
  }

  private static void fill(SharedStore store) {
    try (StoreConfigs stores = StoreConfigs.open(options(store))) {
      for (int i = 0; i < NODES; i++) {
        Certname node = new Certname("node" + i + ".example.com");
        stores.facts().put(new Facts(node, null, Map.of("文楽", (long) i), i + 1, "m"));
      }
      stores.code().putBlob(large());
    }
  }

  /** Nothing that compression makes small. */
  private static Bytes large() {
    byte[] bytes = new byte[LARGE];
    new Random(3).nextBytes(bytes);
    return Bytes.of(bytes);
  }

  @Test
  void eachCopyHoldsTheSameThoughItWasKilled() throws Exception {
    SharedStore source = SharedStore.start(RING.get(0), directory);
    fill(source);
    for (int i = 1; i <= RING.size(); i++) {
      String backend = RING.get(i % RING.size());
      SharedStore target = SharedStore.start(backend, directory.resolve("to-" + backend));
      move(source, target, i + 1);
      source.close();
      source = target;
    }
    source.close();
  }

  private void move(SharedStore from, SharedStore to, int epoch) throws Exception {
    begin(from, to);
    long start = System.nanoTime();
    Command done = Command.run(copy(from, to), Map.of());
    assertThat(done.exit()).as(done.output()).isZero();
    assertThat(done.output())
        .contains((2 * NODES + 1) + " documents", "epoch " + epoch, "verify")
        .doesNotContain("not'a:secret");
    String now = done.output().replaceAll("(?s).*hash ([0-9a-f]{64}).*", "$1");
    assertThat(hash.isEmpty() ? now : hash).as("canonical hash").isEqualTo(now);
    hash = now;
    System.out.printf(
        "copy %s -> %s: killed under way, then whole in %d ms%n",
        from.backend(), to.backend(), (System.nanoTime() - start) / 1_000_000);
    isFenced(from, epoch - 1);
    lives(to, epoch);
  }

  /** Kills a copy when it has noted some documents. */
  private void begin(SharedStore from, SharedStore to) throws IOException, InterruptedException {
    Process copy =
        new ProcessBuilder(copy(from, to))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("copy.log").toFile())
            .start();
    Path journal = directory.resolve("var/store-copy.journal");
    await()
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofMinutes(2))
        .until(() -> (Files.exists(journal) && Files.size(journal) > HALF) || !copy.isAlive());
    copy.destroyForcibly().waitFor();
    assertThat(journal).as(Files.readString(directory.resolve("copy.log"))).exists();
  }

  private static void isFenced(SharedStore store, int epoch) {
    try (StoreAdmin admin =
            new StoreAdmin(
                store.backend(), Backends.builtIn().open(options(store)), options(store));
        StoreConfigs master = StoreConfigs.open(options(store))) {
      assertThat(admin.epoch().epoch()).isEqualTo(epoch);
      assertThat(admin.epoch().fenced()).isTrue();
      Assertions.assertThatThrownBy(
              () -> master.facts().put(new Facts(NODE, null, Map.of(), Long.MAX_VALUE, "m")))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageStartingWith("The store is fenced, nothing is written: it is being moved to");
    }
  }

  private static void lives(SharedStore store, int epoch) {
    try (StoreConfigs master = StoreConfigs.open(options(store))) {
      assertThat(master.epoch().epoch()).isEqualTo(epoch);
      assertThat(master.epoch().fenced()).isFalse();
      assertThat(master.facts().get(NODE).orElseThrow().values()).containsEntry("文楽", 7L);
      assertThat(master.code().blob(large().sha256()).map(Bytes::array))
          .hasValueSatisfying(bytes -> assertThat(Arrays.equals(bytes, large().array())).isTrue());
    }
  }
}
