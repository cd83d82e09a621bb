// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.bunraku.master.Master;
import io.bunraku.master.ca.CaException;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.ConfigLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bunraku quickstart}. */
@Command(
    name = "quickstart",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a sample control repo, starts a master on the embedded store, and shows the catalog",
      "that a sample node gets over TLS. Asks nothing, and changes nothing outside its directory."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bunraku quickstart",
      "  bunraku quickstart --once --listen 127.0.0.1:18140 --directory /tmp/bunraku",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:It has shown the catalog and stopped in order",
      " 1:It could not: an address in use, a directory that cannot be written",
    })
public final class QuickstartCommand implements Callable<Integer> {

  private static final String NODE = "web1.example.com";
  private static final String ENVIRONMENT = "production";

  @Spec private CommandSpec spec;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      defaultValue = "quickstart",
      description = "Where everything goes (default: ${DEFAULT-VALUE}).")
  private Path directory;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "127.0.0.1:8140",
      description = "Where the master listens (default: ${DEFAULT-VALUE}).")
  private String listen;

  @Option(names = "--once", description = "Stops after the catalog has been shown.")
  private boolean once;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  public QuickstartCommand() {}

  @Override
  public Integer call() throws ConfigException, IOException, CaException, InterruptedException {
    Path home = directory.toAbsolutePath().normalize();
    say("Writing a control repo and a configuration to " + home);
    SampleRepo.write(home.resolve("code/environments").resolve(ENVIRONMENT));
    Path config = configuration(home);
    try (Master master = new Master(ConfigLoader.load(config, List.of()), Clock.systemUTC())) {
      say("Starting a master on " + listen + " (the first start makes the keys of the CA)");
      master.start();
      show(master);
      explain(config);
      if (!once) {
        serve(master);
      }
    }
    return 0;
  }

  private Path configuration(Path home) throws IOException {
    Path file = home.resolve("bunraku.yaml");
    Files.write(
        file,
        List.of(
            "certname: localhost",
            "listen: " + listen,
            "codedir: " + home.resolve("code"),
            "ssldir: " + home.resolve("ssl"),
            "vardir: " + home.resolve("var"),
            "store: {backend: local, path: " + home.resolve("store.db") + "}"));
    return file;
  }

  private void show(Master master) throws IOException, CaException {
    say("Obtaining a certificate for " + NODE + " over TLS, as an agent does");
    master.authority().forget(NODE); // of an earlier quickstart
    SampleNode node =
        new SampleNode(
            NODE, "localhost:" + master.tlsAddress().port(), master.authority().authorities());
    node.requestCertificate();
    master.authority().sign(NODE, null);
    say("Asking for its catalog");
    JsonNode catalog = node.catalog(ENVIRONMENT);
    say("");
    say(
        "Catalog of %s: %d resources, environment %s, version %s"
            .formatted(
                NODE,
                catalog.path("resources").size(),
                catalog.path("environment").asText(),
                catalog.path("version").asText()));
    say(CatalogTable.of(catalog));
  }

  private void explain(Path config) {
    String port = listen.substring(listen.lastIndexOf(':') + 1);
    say("Point a real agent at it (as root, or with --confdir and --vardir of your own):");
    say("  puppet agent --test --server localhost --serverport " + port);
    say("  bin/bunraku ca list --config " + config);
    say("  bin/bunraku ca sign NAME --config " + config);
    say("Change the code in " + config.resolveSibling("code") + " and run the agent again.");
  }

  private void serve(Master master) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop"));
    say("Serving until Ctrl-C.");
    stopped.await();
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
