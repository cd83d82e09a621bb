// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.master.Stores;
import io.bunraku.master.ca.CaException;
import io.bunraku.master.ca.CertificateAuthority;
import io.bunraku.master.ca.CertificateStatus;
import io.bunraku.master.ca.CertificateStatusJson;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.StoreConfigs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bunraku ca ...}: works on the store itself, whether a master runs or not. */
@Command(
    name = "ca",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Looks after certificates. Works on the store: any machine with the CA's passphrase will do.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bunraku ca setup --config /etc/bunraku/bunraku.yaml",
      "  bunraku ca list --all --json",
      "  bunraku ca sign web1.example.com web2.example.com",
      "  bunraku ca sign --all",
      "  bunraku ca revoke web1.example.com",
      "  bunraku ca clean web1.example.com",
      "  bunraku ca generate lb.example.com --alt-names puppet,puppet.example.com --to /etc/ssl/lb",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:It was done, for all names",
      " 1:It was not, for at least one name",
      " 2:The command line or the configuration has to be corrected",
    })
public final class CaCommand {

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  public CaCommand() {}

  /** What is done with an open CA. */
  @FunctionalInterface
  private interface Work {
    int with(CertificateAuthority authority) throws CaException, IOException;
  }

  /** What is done with one name. */
  @FunctionalInterface
  private interface Each {
    void name(String certname) throws CaException;
  }

  @Command(
      name = "setup",
      mixinStandardHelpOptions = true,
      description =
          "Makes the CA in the store and its passphrase in the vardir, unless there is a CA.")
  int setup(@Mixin ConfigOptions configuration) throws ConfigException, CaException, IOException {
    return open(
        configuration,
        authority -> {
          if (authority.isEstablished()) {
            say("There is a CA already; nothing was changed.");
            return 0;
          }
          authority.establish();
          say("Made the CA. Give every master its passphrase (ca.passphrase in the vardir).");
          return 0;
        });
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the requests that wait; with --all the certificates too.")
  int list(
      @Mixin ConfigOptions configuration,
      @Option(names = "--all", description = "Certificates too.") boolean all,
      @Option(names = "--json", description = "Prints one JSON array.") boolean json)
      throws ConfigException, CaException, IOException {
    return open(
        configuration,
        authority -> {
          List<CertificateStatus> shown =
              authority.statuses().stream()
                  .filter(s -> all || s.state() == CertificateStatus.State.REQUESTED)
                  .toList();
          say(json ? json(shown) : CertificateTable.of(shown));
          return 0;
        });
  }

  @Command(
      name = "sign",
      mixinStandardHelpOptions = true,
      description = "Signs requests that wait.")
  int sign(
      @Mixin ConfigOptions configuration,
      @Parameters(arity = "0..*", paramLabel = "NAME") @Nullable List<String> names,
      @Option(names = "--all", description = "All that wait.") boolean all)
      throws ConfigException, CaException, IOException {
    return open(
        configuration,
        authority ->
            forEach(
                all ? waiting(authority) : given(names),
                name -> authority.sign(name, null),
                "Successfully signed certificate request for "));
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description =
          "Revokes certificates for ever; masters refuse them from the next handshake on.")
  int revoke(
      @Mixin ConfigOptions configuration,
      @Parameters(arity = "1..*", paramLabel = "NAME") List<String> names)
      throws ConfigException, CaException, IOException {
    return open(
        configuration, authority -> forEach(names, authority::revoke, "Revoked certificate for "));
  }

  @Command(
      name = "clean",
      mixinStandardHelpOptions = true,
      description =
          "Revokes what a name has and forgets it, so that a new machine can ask again; what the"
              + " node exports is collected no more.")
  int clean(
      @Mixin ConfigOptions configuration,
      @Parameters(arity = "1..*", paramLabel = "NAME") List<String> names)
      throws ConfigException, CaException, IOException {
    return open(
        configuration, authority -> forEach(names, authority::clean, "Cleaned files related to "));
  }

  @Command(
      name = "generate",
      mixinStandardHelpOptions = true,
      description = "Makes a key and a certificate, as NAME_key.pem (mode 0600) and NAME_cert.pem.")
  int generate(
      @Mixin ConfigOptions configuration,
      @Parameters(arity = "1..*", paramLabel = "NAME") List<String> names,
      @Option(
              names = "--alt-names",
              split = ",",
              paramLabel = "NAME",
              description = "Further names, for all certificates: DNS names, or IP:ADDRESS.")
          @Nullable List<String> altNames,
      @Option(
              names = "--to",
              paramLabel = "DIR",
              defaultValue = ".",
              description = "Where the files go; the working directory by default.")
          Path directory)
      throws ConfigException, CaException, IOException {
    Files.createDirectories(directory);
    return open(
        configuration,
        authority ->
            forEach(
                names,
                name ->
                    authority.generate(name, altNames == null ? List.of() : altNames, directory),
                "Successfully saved the key and certificate of "));
  }

  private int open(ConfigOptions configuration, Work work)
      throws ConfigException, CaException, IOException {
    MasterConfig config = configuration.load(List.of());
    try (StoreConfigs store = Stores.open(config)) {
      return work.with(CertificateAuthority.of(config, store, Clock.systemUTC()));
    }
  }

  private int forEach(List<String> names, Each each, String done) {
    PrintWriter err = spec.commandLine().getErr();
    int exit = 0;
    for (String name : names) {
      try {
        each.name(name);
        say(done + name);
      } catch (CaException e) {
        err.println("Error: " + e.getMessage());
        exit = Failures.FAILED;
      }
    }
    err.flush();
    return exit;
  }

  private static List<String> waiting(CertificateAuthority authority) {
    return authority.statuses().stream()
        .filter(status -> status.state() == CertificateStatus.State.REQUESTED)
        .map(CertificateStatus::name)
        .toList();
  }

  private List<String> given(@Nullable List<String> names) {
    if (names == null || names.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Name the certificates to sign, or say --all");
    }
    return names;
  }

  private static String json(List<CertificateStatus> statuses) throws JsonProcessingException {
    return new ObjectMapper()
        .writeValueAsString(statuses.stream().map(CertificateStatusJson::of).toList());
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
