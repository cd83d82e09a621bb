// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.OperationSets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three processes share one SQLite file. */
class LocalOperationIdsIT {
  @TempDir Path dir;

  @Test
  void noneOfFiveThousandIdsIsLost() throws IOException {
    Map<String, String> settings = Map.of("path", dir.resolve("store.db").toString());
    OperationIds operations = new OperationIds("local", List.of(settings), dir);
    OperationIds.Report report =
        operations.run("quiet", Load.of(5000), OperationIds.Disturbance.NONE);
    report.requireAllWritten(false);
  }

  /** So that it is known that a loss would be seen. */
  @Test
  void aSetThatVanishesIsNoticed() {
    Map<String, String> settings = Map.of("path", dir.resolve("store.db").toString());
    OperationIds operations = new OperationIds("local", List.of(settings), dir);
    assertThatThrownBy(() ->
            operations.run(
                "a set is purged",
                Load.of(1500),
                () -> {
                  try (OperationSets sets =
                      OperationSets.open("local", settings, Duration.ofSeconds(10))) {
                    sets.purge(7);
                  }
                }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("acknowledged by local, but not there");
  }
}
