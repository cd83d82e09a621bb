// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.it.store.OperationIds.Disturbance;
import io.bunraku.it.store.OperationIds.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One node that is left alone, killed and paused; what it has acknowledged is on its disk. */
class CassandraOperationIdsIT {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  @TempDir Path dir;

  private OperationIds operations() {
    return new OperationIds("cassandra", List.of(CassandraServer.shared().with()), dir);
  }

  @Test
  void noneOfFiveThousandIdsIsLost() throws IOException {
    Load load = Load.of(5000).withDeadline(Duration.ofSeconds(30));
    Report report = operations().run("quiet", load, Disturbance.NONE);
    report.requireAllWritten(false);
  }

  @Test
  void noneIsLostWhenTheNodeIsKilledAndStartedAgain() throws IOException {
    CassandraNode node = CassandraServer.shared().node();
    Load load =
        Load.disturbed(3000).lasting(Duration.ofSeconds(12)).withDeadline(Duration.ofSeconds(5));
    Report report =
        operations()
            .run(
                "kill -9 and restart",
                load,
                () -> {
                  node.kill();
                  node.start();
                  node.awaitReady();
                });
    assertThat(report.log().writtenAfter(report.over())).isPositive();
  }

  @Test
  void noneIsLostWhenTheNodeIsPaused() throws IOException {
    CassandraNode node = CassandraServer.shared().node();
    Load load =
        Load.disturbed(3000).lasting(Duration.ofSeconds(12)).withDeadline(Duration.ofSeconds(5));
    Report report =
        operations()
            .run(
                "paused for 10 s",
                load,
                () -> {
                  node.pause();
                  Shell.run("sleep", Long.toString(PAUSE.toSeconds()));
                  node.resume();
                });
    assertThat(report.log().writtenAfter(report.over())).isPositive();
  }
}
