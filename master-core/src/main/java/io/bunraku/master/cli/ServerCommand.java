// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.master.Master;
import io.bunraku.master.Stores;
import io.bunraku.master.ca.CaException;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.MasterConfig;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bunraku server}: serves agents until it is told to stop. */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    description = "Starts a master; it serves until it gets SIGTERM or SIGINT.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bunraku server --config /etc/bunraku/bunraku.yaml",
      "  bunraku server --set certname=puppet.example.com --set codedir=/etc/puppetlabs/code",
      "  bunraku server --set store.backend=local --set store.path=/var/lib/bunraku/store.db",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:It was told to stop, and did",
      " 1:It could not start; the reason is on stderr",
      " 2:The command line or the configuration has to be corrected",
    })
public final class ServerCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(ServerCommand.class);

  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions configuration;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  public ServerCommand() {}

  @Override
  public Integer call() throws ConfigException, CaException, IOException, InterruptedException {
    MasterConfig config = configuration.load(List.of());
    Master master = Master.start(config);
    stopAtExit(master);
    spec.commandLine().getOut().println(ready(config, master));
    spec.commandLine().getOut().flush();
    new CountDownLatch(1).await(); // the hook ends the process
    return 0;
  }

  /** Says where a master answers, and how long the process took until it did. */
  static String ready(MasterConfig config, Master master) {
    String plain = master.plain() == null ? "" : ", http://" + master.plain();
    return String.format(
        Locale.ROOT,
        "Bunraku is ready: https://%s%s, store %s, started in %.2f s",
        master.tls(),
        plain,
        Stores.describe(config),
        sinceStart().toMillis() / 1000.0);
  }

  private static Duration sinceStart() {
    return ProcessHandle.current()
        .info()
        .startInstant()
        .map(start -> Duration.between(start, Instant.now()))
        .orElse(Duration.ZERO);
  }

  /** Stops a master in order when the process is told to end. */
  static void stopAtExit(Master master) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(master), "stop"));
  }

  private static void stop(Master master) {
    try {
      master.close();
      LOG.info("Stopped");
    } catch (IOException e) {
      LOG.warn("{}", e.getMessage());
    }
  }
}
