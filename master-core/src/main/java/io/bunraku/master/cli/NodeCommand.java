// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.master.Stores;
import io.bunraku.master.ca.CaException;
import io.bunraku.master.ca.CertificateAuthority;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.NodeState;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bunraku node ...}: works on the store itself, whether a master runs or not. */
@Command(
    name = "node",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks after what the store knows of nodes.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bunraku node list --config /etc/bunraku/bunraku.yaml",
      "  bunraku node list --deactivated --json",
      "  bunraku node show web1.example.com",
      "  bunraku node deactivate web1.example.com web2.example.com",
      "  bunraku node clean web1.example.com",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:It was done, for all names",
      " 1:It was not, for at least one name",
      " 2:The command line or the configuration has to be corrected",
    })
public final class NodeCommand {

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  public NodeCommand() {}

  /** What is done with one name; false if nothing is known of it. */
  @FunctionalInterface
  private interface Each {
    boolean node(Certname node) throws CaException;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists all nodes, sorted by name.")
  int list(
      @Mixin ConfigOptions configuration,
      @Option(names = "--deactivated", description = "Only those that are deactivated.")
          boolean deactivated,
      @Option(names = "--json", description = "Prints one JSON array.") boolean json)
      throws ConfigException, JsonProcessingException {
    try (StoreConfigs store = Stores.open(configuration.load(List.of()))) {
      List<NodeState> nodes =
          store.nodes().all().stream().filter(n -> !deactivated || !n.isActive()).toList();
      say(
          json
              ? new ObjectMapper()
                  .writeValueAsString(nodes.stream().map(NodeDescription::summary).toList())
              : NodeDescription.table(nodes));
      return 0;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows what the store knows of a node.")
  int show(
      @Mixin ConfigOptions configuration,
      @Parameters(paramLabel = "NAME") String name,
      @Option(names = "--json", description = "Prints one JSON object.") boolean json)
      throws ConfigException, JsonProcessingException {
    try (StoreConfigs store = Stores.open(configuration.load(List.of()))) {
      Optional<NodeState> state = certname(name).flatMap(store.nodes()::get);
      if (state.isEmpty()) {
        return unknown(name);
      }
      var shown = NodeDescription.whole(store, state.get());
      say(json ? new ObjectMapper().writeValueAsString(shown) : NodeDescription.lines(shown));
      return 0;
    }
  }

  @Command(
      name = "deactivate",
      mixinStandardHelpOptions = true,
      description =
          "Withdraws what nodes export, until their next runs. Their certificates stay valid.")
  int deactivate(
      @Mixin ConfigOptions configuration,
      @Parameters(arity = "1..*", paramLabel = "NAME") List<String> names)
      throws ConfigException {
    try (StoreConfigs store = Stores.open(configuration.load(List.of()))) {
      return forEach(
          names,
          node -> store.nodes().deactivate(node) || store.nodes().get(node).isPresent(),
          "Deactivated ");
    }
  }

  @Command(
      name = "clean",
      mixinStandardHelpOptions = true,
      description =
          "Revokes the certificates of nodes and purges their facts, catalogs and exports.")
  int clean(
      @Mixin ConfigOptions configuration,
      @Parameters(arity = "1..*", paramLabel = "NAME") List<String> names)
      throws ConfigException {
    MasterConfig config = configuration.load(List.of());
    try (StoreConfigs store = Stores.open(config)) {
      CertificateAuthority authority = CertificateAuthority.of(config, store, Clock.systemUTC());
      return forEach(names, node -> clean(store, authority, node), "Cleaned ");
    }
  }

  private static boolean clean(StoreConfigs store, CertificateAuthority authority, Certname node)
      throws CaException {
    boolean certified = authority.status(node.value()).isPresent();
    boolean known = certified || store.nodes().get(node).isPresent();
    if (known) {
      authority.forget(node.value());
      store.nodes().purge(node);
    }
    return known;
  }

  private int forEach(List<String> names, Each each, String done) {
    int exit = 0;
    for (String name : names) {
      try {
        Optional<Certname> node = certname(name);
        if (node.isPresent() && each.node(node.get())) {
          say(done + name);
        } else {
          exit = unknown(name);
        }
      } catch (CaException e) {
        exit = fail(String.valueOf(e.getMessage()));
      }
    }
    return exit;
  }

  private static Optional<Certname> certname(String name) {
    return Certname.isValid(name) ? Optional.of(new Certname(name)) : Optional.empty();
  }

  private int unknown(String name) {
    return fail("The store knows no node '" + name + "'");
  }

  private int fail(String message) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Error: " + message);
    err.flush();
    return Failures.FAILED;
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
