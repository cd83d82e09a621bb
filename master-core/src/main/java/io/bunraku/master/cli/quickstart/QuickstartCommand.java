// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.bunraku.master.Master;
import io.bunraku.master.ca.CaException;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.ConfigLoader;
import io.bunraku.master.config.ListenAddress;
import io.bunraku.master.config.MasterConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bunraku quickstart}: from nothing to a compiled catalog, over TLS, as an agent would. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a master with a sample control repo and shows a compiled catalog.",
      "The master uses the embedded store and listens on 127.0.0.1; a sample node gets a certificate"
          + " and its catalog over TLS, as an agent would. Then it keeps serving.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bunraku quickstart",
      "  bunraku quickstart --once --dir /tmp/try --port 18140",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:The catalog was shown",
      " 1:Something went wrong; the reason is on stderr",
      " 2:The command line has to be corrected",
    })
public final class QuickstartCommand implements Callable<Integer> {

  private static final String NODE = "web1.example.com";
  private static final String MASTER = "localhost";

  @Spec private CommandSpec spec;

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      defaultValue = "bunraku-quickstart",
      description = "Where everything goes; ${DEFAULT-VALUE} by default. Remove it to start anew.")
  private Path directory;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8140",
      description = "Where the master listens; ${DEFAULT-VALUE} by default, 0 for any.")
  private int port;

  @Option(names = "--once", description = "Stops after the printing.")
  private boolean once;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  public QuickstartCommand() {}

  @Override
  public Integer call() throws ConfigException, CaException, IOException, InterruptedException {
    Path home = directory.toAbsolutePath().normalize();
    say("Writing a sample control repo to %s/code ...".formatted(home));
    SampleRepo.write(home.resolve("code/environments/production"));
    MasterConfig config = config(home);
    say("Starting a master on the embedded store, with a CA of its own ...");
    try (Master master = Master.start(config)) {
      say("It answers on https://%s".formatted(master.tls()));
      show(master);
      sayHowToGoOn(home, master.tls());
      if (!once) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(master), "stop"));
        say("Serving until you press Ctrl-C ...");
        new CountDownLatch(1).await();
      }
    }
    return 0;
  }

  private MasterConfig config(Path home) throws ConfigException {
    return ConfigLoader.load(
        null,
        List.of(
            "certname=" + MASTER,
            "listen=127.0.0.1:" + port,
            "codedir=" + home.resolve("code"),
            "ssldir=" + home.resolve("ssl"),
            "vardir=" + home.resolve("var"),
            "hiera-config=" + home.resolve("hiera.yaml")));
  }

  private void show(Master master) throws CaException, IOException {
    master.authority().forget(NODE); // of an earlier quickstart in this directory
    say("Node %s asks for a certificate ...".formatted(NODE));
    SampleNode node =
        new SampleNode(NODE, MASTER + ":" + master.tls().port(), master.authority().authorities());
    node.requestCertificate();
    master.authority().sign(NODE, null);
    say("... has it, and asks for a catalog ...");
    JsonNode catalog = node.catalog("production");
    say("");
    say(
        "Catalog of %s: environment %s, version %s, %d resources"
            .formatted(
                catalog.path("name").asText(),
                catalog.path("environment").asText(),
                catalog.path("version").asText(),
                catalog.path("resources").size()));
    say(CatalogTable.of(catalog));
  }

  private void sayHowToGoOn(Path home, ListenAddress address) {
    say(
        """
        Point a real agent at it, as root on this machine:
          puppet agent --test --noop --server %1$s --serverport %2$d --certname me.example.com \\
            --confdir %3$s/agent --vardir %3$s/agent/var --ssldir %3$s/agent/ssl
          bin/bunraku ca sign me.example.com --set vardir=%3$s/var
        then the first command once more. The code is in %3$s/code/environments/production.\
        """
            .formatted(MASTER, address.port(), home));
  }

  private static void close(Master master) {
    try {
      master.close();
    } catch (IOException e) {
      // the process ends anyway, and the store is safe at any moment
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
