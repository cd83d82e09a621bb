// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bunraku.storeconfig.OperationSets.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes share one bucket: a real one, or else that of an imitation, which is also paused
 * and killed. What that shows is how this side settles what it was not told.
 */
class S3OperationIdsIT {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  @TempDir static Path dir;
  private static S3Engine engine;

  @BeforeAll
  static void start() {
    engine = S3Engine.real().orElseGet(() -> S3Engine.imitation(dir));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static OperationIds operations(Duration timeout) {
    Map<String, String> settings = engine.settings("timeout", Long.toString(timeout.toSeconds()));
    return new OperationIds("s3", List.of(settings), dir);
  }

  @Test
  void noneOfFiveThousandIdsIsLost() throws IOException {
    OperationIds.Report report =
        operations(Duration.ofSeconds(10))
            .run(
                "quiet",
                Load.of(5000).withDeadline(PAUSE.multipliedBy(6)),
                OperationIds.Disturbance.NONE);
    report.requireAllWritten(!engine.isImitation());
  }

  @Test
  void noneIsLostWhenTheImitationDiesBetweenAWriteAndItsAnswer() throws IOException {
    Skip.unless(engine.isImitation(), "a real store is not for us to kill");
    Load load =
        Load.disturbed(2000).lasting(Duration.ofSeconds(20)).withDeadline(Duration.ofSeconds(40));
    OperationIds.Report report =
        operations(Duration.ofSeconds(10))
            .run(
                "dies between a write and its answer, and starts again",
                load,
                () -> {
                  engine.dieAfterAWrite();
                  engine.restart();
                });
    assertThat(report.log().ids(Outcome.SETTLED)).isNotEmpty();
    assertThat(report.log().writtenAfter(report.over())).isPositive();
  }

  /** The clients give up on an answer long before it comes: their writes are unknown to them. */
  @Test
  void noneIsLostWhenTheImitationIsPaused() throws IOException {
    Skip.unless(engine.isImitation(), "a real store is not for us to pause");
    Load load =
        Load.disturbed(2000).lasting(Duration.ofSeconds(20)).withDeadline(Duration.ofSeconds(40));
    OperationIds.Report report =
        operations(Duration.ofSeconds(2))
            .run(
                "paused for 10 s",
                load,
                () -> {
                  engine.process().pause();
                  await().pollDelay(PAUSE).atMost(PAUSE.multipliedBy(2)).until(() -> true);
                  engine.process().resume();
                });
    assertThat(report.log().writtenAfter(report.over())).isPositive();
  }
}
