// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.master.Stores;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.Backends;
import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.StoreCheck;
import io.bunraku.storeconfig.transfer.StoreStats;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bunraku store ...}. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks after the store.",
    subcommands = {StoreCopyCommand.class, StoreRotateCommand.class})
public final class StoreCommand {

  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  public StoreCommand() {}

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Connects to the configured store and says whether it answers.",
      footerHeading = "%nExamples:%n",
      footer = {
        "  bunraku store check --config /etc/bunraku/bunraku.yaml --json",
        "  bunraku store check --keys",
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        " 0:The store answers",
        " 1:It does not",
        " 2:The command line or the configuration has to be corrected",
      })
  int check(
      @Mixin ConfigOptions configuration,
      @Option(names = "--json", description = "Prints one JSON object.") boolean json,
      @Option(
              names = "--keys",
              description = "Reads all of it, and says which keys its secrets are encrypted with.")
          boolean keys)
      throws ConfigException, JsonProcessingException {
    MasterConfig config = configuration.load(List.of());
    StorePlace place = StorePlace.of(config);
    StoreCheck check = StoreCheck.run(place.backends(), place.options());
    KeyUse use = keys && check.ok() ? KeyUse.of(config, place) : null;
    print(json ? json(config, check, use) : text(config, check));
    if (use != null && !json) {
      print(use.text());
    }
    return check.ok() ? 0 : Failures.FAILED;
  }

  @Command(
      name = "backends",
      mixinStandardHelpOptions = true,
      description = "Lists the backends that can be used, with those in the plug-in directory.",
      footerHeading = "%nExamples:%n",
      footer = "  bunraku store backends --set plugins=/opt/bunraku/plugins")
  int backends(@Mixin ConfigOptions configuration) throws ConfigException {
    MasterConfig config = configuration.load(List.of());
    Backends backends = Backends.with(config.plugins());
    for (Backends.Found found : backends.all()) {
      String kind = found.plugin() ? "plug-in" : "built in";
      print(
          "%-12s %-16s %-9s %s"
              .formatted(found.provider().name(), found.version(), kind, found.origin()));
    }
    backends.problems().forEach(line -> spec.commandLine().getErr().println("Warning: " + line));
    return backends.problems().isEmpty() ? 0 : Failures.FAILED;
  }

  @Command(
      name = "stats",
      mixinStandardHelpOptions = true,
      description = {
        "Counts documents and bytes in the store; reads all of it.",
        "With --master, shows what a running master has read and written since its start instead.",
      },
      footerHeading = "%nExamples:%n",
      footer = {
        "  bunraku store stats --json",
        "  bunraku store stats --master https://puppet.example.com:8140",
      })
  int stats(
      @Mixin ConfigOptions configuration,
      @Option(names = "--json", description = "Prints one JSON object.") boolean json,
      @Option(names = "--master", paramLabel = "URL", description = "A running master.")
          @Nullable String master)
      throws ConfigException, IOException, InterruptedException {
    MasterConfig config = configuration.load(List.of());
    if (master != null) {
      print(MasterStats.ask(master, config).toPrettyString());
      return 0;
    }
    try (StoreAdmin store = StorePlace.of(config).open()) {
      Map<String, StoreStats.Family> families = StoreStats.of(store);
      print(json ? new ObjectMapper().writeValueAsString(families) : table(families));
      return 0;
    }
  }

  private static String table(Map<String, StoreStats.Family> families) {
    StringBuilder table =
        new StringBuilder(
            String.format("%-10s %12s %15s %12s", "", "documents", "bytes", "largest"));
    families.forEach((name, f) ->
        table.append(
            String.format(
                "%n%-10s %,12d %,15d %,12d", name, f.documents(), f.bytes(), f.largest())));
    return table.toString();
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes the whole store to a file; secrets stay sealed.",
      footerHeading = "%nExamples:%n",
      footer = "  bunraku store export /backup/store.jsonl.gz")
  int exportAll(@Mixin ConfigOptions configuration, @Parameters(paramLabel = "FILE") Path file)
      throws ConfigException, IOException {
    try (StoreAdmin store = StorePlace.of(configuration.load(List.of())).openWhole()) {
      print(StoreFileCommands.exportTo(store, file));
      return 0;
    }
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Reads a file of 'store export' into an empty store.",
      footerHeading = "%nExamples:%n",
      footer = "  bunraku store import /backup/store.jsonl.gz --config new.yaml")
  int importAll(@Mixin ConfigOptions configuration, @Parameters(paramLabel = "FILE") Path file)
      throws ConfigException, IOException {
    try (StoreAdmin store = StorePlace.of(configuration.load(List.of())).openWhole()) {
      print(StoreFileCommands.importFrom(store, file));
      return 0;
    }
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }

  private static String text(MasterConfig config, StoreCheck check) {
    if (!check.ok()) {
      return "store %s does not work: %s".formatted(Stores.describe(config), check.problem());
    }
    return "store %s answers: %s; write %d ms, read %d ms, delete %d ms; %d documents; %s"
        .formatted(
            Stores.describe(config),
            check.health().detail(),
            check.write().toMillis(),
            check.read().toMillis(),
            check.delete().toMillis(),
            check.documents().values().stream().mapToLong(Long::longValue).sum(),
            check.traits().conflicts());
  }

  private static String json(MasterConfig config, StoreCheck check, @Nullable KeyUse use)
      throws JsonProcessingException {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("backend", config.store().backend());
    document.put("up", check.ok());
    document.put("latency_ms", check.health().latency().toMillis());
    document.put("detail", check.ok() ? check.health().detail() : check.problem());
    document.put("conflicts", check.traits().conflicts().name());
    document.put("documents", check.documents());
    if (use != null) {
      document.put("keys", use.documents());
    }
    return new ObjectMapper().writeValueAsString(document);
  }
}
