// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed twenty times in the middle of ten thousand writes. Whatever it was told is
 * written must be there, whole, and the next one simply goes on.
 */
class LocalCrashTest {
  private static final int KILLS = 20;
  private static final int WRITES = 10_000;
  private final Random random = new Random(20);
  @TempDir Path dir;

  private Path acknowledged() {
    return dir.resolve("acknowledged");
  }

  @Test
  void whatIsAcknowledgedSurvivesTwentyKills() throws IOException, InterruptedException {
    Files.createFile(acknowledged());
    for (int i = 0; i < KILLS; i++) {
      long some = lines() + 1 + random.nextInt(2 * WRITES / KILLS);
      Process writer = start(i * WRITES, (i + 1) * WRITES);
      Awaitility.await()
          .pollInterval(Duration.ofMillis(1))
          .atMost(Duration.ofSeconds(60))
          .until(() -> lines() >= some || !writer.isAlive());
      assertThat(writer.isAlive()).as(Files.readString(dir.resolve("log"))).isTrue();
      writer.destroyForcibly().waitFor();
      verify();
    }
    assertThat(lines()).isBetween(WRITES / 2L, KILLS * (long) WRITES);
  }

  private long lines() throws IOException {
    return Files.size(acknowledged()) / CrashWriter.LINE;
  }

  private Process start(int first, int end) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            CrashWriter.class.getName(),
            CrashWriter.store(dir).toString(),
            acknowledged().toString(),
            Integer.toString(first),
            Integer.toString(end));
    builder.redirectErrorStream(true).redirectOutput(dir.resolve("log").toFile());
    return builder.start();
  }

  private void verify() throws IOException {
    StoreSettings settings =
        new StoreSettings("local", Map.of("path", CrashWriter.store(dir).toString()));
    Set<Integer> ones = new TreeSet<>();
    Set<Integer> twos = new TreeSet<>();
    try (StoreBackend backend = new LocalBackendProvider().open(settings)) {
      wholeValues(backend, "one/", ones);
      wholeValues(backend, "two/", twos);
    }
    List<Integer> told = Files.readAllLines(acknowledged()).stream().map(Integer::valueOf).toList();
    assertThat(ones).containsAll(told);
    assertThat(ones.stream().filter(n -> n % 4 == 0).toList()).containsExactlyElementsOf(twos);
  }

  private static void wholeValues(StoreBackend backend, String prefix, Set<Integer> numbers) {
    try (Cursor<Entry> all = backend.scan(new KeyPrefix(prefix), Projection.VALUES)) {
      while (all.hasNext()) {
        Entry entry = all.next();
        int n = Integer.parseInt(entry.key().name());
        assertThat(entry.values()).containsExactly(CrashWriter.value(n));
        numbers.add(n);
      }
    }
  }
}
