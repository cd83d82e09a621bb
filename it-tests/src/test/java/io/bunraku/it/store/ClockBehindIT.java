// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bunraku.master.Master;
import io.bunraku.master.config.ConfigLoader;
import io.bunraku.master.config.MasterConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * A master of this process, on its real ports, whose clock is five minutes behind that of the one
 * that its nodes were served by before.
 */
class ClockBehindIT {
  private static final int NODES = 20;
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  @TempDir Path directory;

  @BeforeEach
  void listen() {
    log.start();
    root.addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    root.detachAppender(log);
  }

  private void serve(Clock clock) throws Exception {
    Path manifests =
        Files.createDirectories(directory.resolve("code/environments/production/manifests"));
    Files.writeString(manifests.resolve("site.pp"), "notify { \"${facts['run']}\": }\n");
    MasterConfig config =
        ConfigLoader.load(
            null,
            List.of(
                "certname=localhost",
                "listen=127.0.0.1:0",
                "plain-listen=127.0.0.1:0",
                "trusted-proxies=127.0.0.1/32",
                "codedir=" + directory.resolve("code"),
                "ssldir=" + directory.resolve("ssl"),
                "vardir=" + directory.resolve("var")));
    try (Master master = Master.start(config, clock);
        Fleet fleet = new Fleet(Objects.requireNonNull(master.plain()).port(), NODES)) {
      fleet.learnCode(); // fails if one is refused
    }
  }

  @Test
  void itsNodesAreServedAndOneLineTellsOfIt() throws Exception {
    serve(Clock.systemUTC());
    assertThat(warnings()).isEmpty();
    serve(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5)));
    assertThat(warnings()).hasSize(1);
    ILoggingEvent line = warnings().get(0);
    System.out.println(line.getFormattedMessage());
    assertThat(line.getFormattedMessage())
        .containsPattern("was stored (30\\d|2\\d\\d) s later than it is by this master's clock");
    assertThat(line.getThrowableProxy()).isNull();
  }

  private List<ILoggingEvent> warnings() {
    return log.list.stream().filter(e -> e.getLevel().isGreaterOrEqual(Level.WARN)).toList();
  }
}
