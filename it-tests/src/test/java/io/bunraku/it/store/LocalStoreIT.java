// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bunraku.it.agent.Command;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store: what an operator reads when something is wrong, and how it moves. */
class LocalStoreIT {
  private static final Path LAUNCHER = Path.of("..", "bin", "bunraku").toAbsolutePath().normalize();
  private static final int FACTS = 3000;

  @TempDir Path directory;

  private List<String> words(String... words) {
    List<String> all = new ArrayList<>(List.of(LAUNCHER.toString()));
    all.addAll(List.of(words));
    all.addAll(List.of("--set", "vardir=" + directory.resolve("var")));
    return all;
  }

  private Command bunraku(String... words) {
    return Command.run(words(words), Map.of());
  }

  private void isOneLine(Command command, String... says) {
    assertThat(command.exit()).as(command.output()).isEqualTo(1);
    assertThat(command.output().strip().lines()).as(command.output()).hasSize(1);
    assertThat(command.output()).contains(says).doesNotContain("Exception:");
  }

  @Test
  void aWrongPathIsOneLine() {
    isOneLine(
        bunraku("store", "check", "--set", "store.path=/proc/nowhere/store.db"),
        "/proc/nowhere/store.db: cannot be made");
  }

  @Test
  void aFullDiskIsOneLineAndAReadOnlyOneToo() throws IOException {
    Path disk = Files.createDirectories(directory.resolve("disk"));
    Command mounted =
        Command.run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString());
    Skip.unless(mounted.exit() == 0, "no right to mount a small disk: " + mounted.output());
    try {
      String path = "store.path=" + disk.resolve("store.db");
      assertThat(bunraku("store", "check", "--set", path).exit()).isZero();
      byte[] most = new byte[4096];
      try (var out = Files.newOutputStream(disk.resolve("filler"))) {
        while (true) {
          out.write(most);
        }
      } catch (IOException full) {
        assertThat(full).hasMessageContaining("No space");
      }
      isOneLine(bunraku("store", "check", "--set", path), disk.resolve("store.db").toString());
      Files.delete(disk.resolve("filler"));
      assertThat(bunraku("store", "check", "--set", path).exit()).as("well again").isZero();
      assertThat(Command.run("mount", "-o", "remount,ro", disk.toString()).exit()).isZero();
      isOneLine(bunraku("store", "check", "--set", path), disk.resolve("store.db").toString());
    } finally {
      Command.run("umount", disk.toString());
    }
  }

  @Test
  void aStoreMovesToAnotherFileThoughTheCopyIsKilled() throws Exception {
    Path a = directory.resolve("a.db");
    fill(a);
    String from = "local:path=" + a;
    String to = "local:path=" + directory.resolve("b.db");
    Process copy =
        new ProcessBuilder(words("store", "copy", "--from", from, "--to", to, "--fence-wait", "0"))
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("copy.log").toFile())
            .start();
    Path journal = directory.resolve("var/store-copy.journal");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> (Files.exists(journal) && Files.size(journal) > 5000) || !copy.isAlive());
    copy.destroyForcibly().waitFor();
    assertThat(journal).as("the copy was under way").exists();

    Command again = bunraku("store", "copy", "--from", from, "--to", to, "--fence-wait", "0");
    assertThat(again.exit()).as(again.output()).isZero();
    assertThat(again.output()).contains((2 * FACTS) + " documents", "epoch 2", "verify");
    String hash = again.output().replaceAll("(?s).*hash ([0-9a-f]{64}).*", "$1");

    Path file = directory.resolve("b.jsonl.gz");
    Command exported =
        bunraku("store", "export", file.toString(), "--set", "store.path=" + to.substring(11));
    assertThat(exported.output()).contains(hash);
    Command imported =
        bunraku(
            "store", "import", file.toString(), "--set", "store.path=" + directory.resolve("c.db"));
    assertThat(imported.output()).as(imported.output()).contains(hash);
    Command stats = bunraku("store", "stats", "--set", "store.path=" + directory.resolve("c.db"));
    assertThat(stats.output()).containsPattern("facts +3,000");
    isOneLine(
        bunraku("store", "copy", "--from", from, "--to", to), "it is a finished copy already");
  }

  private static void fill(Path file) {
    StoreOptions options = StoreOptions.of("local", Map.of("path", file.toString()), "m");
    try (StoreConfigs store = StoreConfigs.open(options)) {
      for (int i = 0; i < FACTS; i++) {
        Certname node = new Certname("node" + i + ".example.com");
        store.facts().put(new Facts(node, null, Map.of("i", (long) i), i + 1, "m"));
      }
    }
  }
}
