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
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight clients in three processes on Riak, or on a double of it that is killed and paused. */
class RiakOperationIdsIT {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final Load QUIET = Load.of(5000).withDeadline(Duration.ofSeconds(30));
  @TempDir Path dir;
  private RiakEngine engine;

  @BeforeEach
  void start() {
    engine = RiakEngine.start(dir.resolve("riak"));
  }

  @AfterEach
  void stop() throws IOException {
    engine.close();
  }

  private OperationIds on(String type) {
    String bucket = "bunraku-it-" + UUID.randomUUID();
    return new OperationIds("riak", List.of(engine.settings(type, bucket)), dir);
  }

  @Test
  void noneOfFiveThousandIdsIsLostAmongSiblings() throws IOException {
    OperationIds.Report report =
        on(RiakEngine.SIBLINGS).run("siblings, quiet", QUIET, OperationIds.Disturbance.NONE);
    report.requireAllWritten(RiakEngine.isReal());
  }

  @Test
  void noneIsLostWithStrongConsistency() throws IOException {
    engine.requireType(RiakEngine.CONSISTENT);
    OperationIds.Report report =
        on(RiakEngine.CONSISTENT).run("consistent, quiet", QUIET, OperationIds.Disturbance.NONE);
    report.requireAllWritten(RiakEngine.isReal());
  }

  @Test
  void noneIsLostWhenItPauses() throws IOException {
    Skip.unless(!RiakEngine.isReal(), "a cluster of others is not ours to pause");
    Load load =
        Load.disturbed(3000).lasting(Duration.ofSeconds(5)).withDeadline(Duration.ofSeconds(40));
    OperationIds.Report report =
        on(RiakEngine.SIBLINGS).run("siblings, paused for 10 s", load, this::pause);
    assertThat(report.log().ids(Outcome.REFUSED)).isEmpty();
  }

  @Test
  void noneIsLostWhenItIsKilled() throws IOException {
    Skip.unless(!RiakEngine.isReal(), "a cluster of others is not ours to kill");
    Load load =
        Load.disturbed(3000).lasting(Duration.ofSeconds(5)).withDeadline(Duration.ofSeconds(40));
    OperationIds.Report report =
        on(RiakEngine.SIBLINGS)
            .run(
                "siblings, kill -9 and a new start",
                load,
                () -> {
                  engine.process().kill();
                  engine.start();
                });
    assertThat(report.log().ids(Outcome.REFUSED)).isEmpty();
  }

  private void pause() {
    engine.process().pause();
    long end = System.nanoTime() + PAUSE.toNanos();
    await()
        .atMost(PAUSE.plusSeconds(5).toMillis(), TimeUnit.MILLISECONDS)
        .until(() -> System.nanoTime() > end);
    engine.process().resume();
  }
}
