// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.StoreOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurement itself works; what it measures is no matter of a test. */
class ExportsBenchmarkTest {

  @Test
  void aSmallFleetIsMeasured(@TempDir Path directory) {
    var bytes = new ByteArrayOutputStream();
    Map<String, String> settings = Map.of("path", directory.resolve("store.db").toString());
    new ExportsBenchmark(
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            new Fleet(200, 4),
            () -> StoreOptions.of("local", settings, "bench").withBound(Duration.ofMillis(50)))
        .run(false);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("resources in it: 1000")
        .containsPattern("half of a type, by tag +100 matches")
        .containsPattern("by parameter +1 matches")
        .containsPattern("by title +1 matches")
        .contains("purge of all nodes");
  }

  @Test
  void namesHaveSixtyCharacters() {
    assertThat(new Fleet(1, 1).name(19_999)).hasSize(60);
  }
}
