// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.OperationSets.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight clients in three processes, in both conflict models. */
class CouchDbOperationIdsIT {
  private static final Load QUIET = Load.of(5000).withDeadline(Duration.ofSeconds(30));
  private static final Load DISTURBED = Load.disturbed(1000).lasting(Duration.ofSeconds(6));
  @TempDir Path dir;
  private CouchDbServer server;

  @BeforeEach
  void start() {
    server = CouchDbServer.startOrSkip(dir.resolve("engine"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private OperationIds operations(boolean cluster) {
    String siblings = Boolean.toString(cluster);
    return new OperationIds(
        "couchdb", List.of(server.map("cluster", siblings, "request-timeout-ms", "3000")), dir);
  }

  private String title(String what, boolean cluster) {
    return server.describe() + (cluster ? ", siblings, " : ", compare and set, ") + what;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noneIsLostInQuiet(boolean cluster) throws IOException {
    OperationIds.Report report =
        operations(cluster).run(title("quiet", cluster), QUIET, OperationIds.Disturbance.NONE);
    report.requireAllWritten(!server.isImitation());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noneIsLostWhenTheServerIsKilled(boolean cluster) throws IOException {
    PouchDbServer engine = server.imitationOrSkip();
    OperationIds.Report report =
        operations(cluster).run(title("kill -9", cluster), DISTURBED, engine::killAndStart);
    assertThat(report.log().ids(Outcome.ACKNOWLEDGED)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noneIsLostWhenTheServerStandsStill(boolean cluster) throws IOException {
    PouchDbServer engine = server.imitationOrSkip();
    OperationIds.Report report =
        operations(cluster)
            .run(
                title("paused for 10 s", cluster),
                DISTURBED.withDeadline(Duration.ofSeconds(20)),
                () -> engine.pauseFor(Duration.ofSeconds(10)));
    assertThat(report.log().ids(Outcome.ACKNOWLEDGED)).isNotEmpty();
  }
}
