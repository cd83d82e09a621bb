// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.master.Stores;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.spi.Health;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bunraku store ...}. */
@Command(
    name = "store",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Looks after the store.")
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
      footer = "  bunraku store check --config /etc/bunraku/bunraku.yaml --json",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        " 0:The store answers",
        " 1:It does not",
        " 2:The command line or the configuration has to be corrected",
      })
  int check(
      @Mixin ConfigOptions configuration,
      @Option(names = "--json", description = "Prints one JSON object.") boolean json)
      throws ConfigException, JsonProcessingException {
    MasterConfig config = configuration.load(List.of());
    try (StoreConfigs store = Stores.open(config)) {
      Health health = store.health();
      PrintWriter out = spec.commandLine().getOut();
      out.println(json ? json(config, health) : text(config, health));
      out.flush();
      return health.up() ? 0 : Failures.FAILED;
    }
  }

  private static String text(MasterConfig config, Health health) {
    return "store %s %s (%d ms): %s"
        .formatted(
            Stores.describe(config),
            health.up() ? "answers" : "does not answer",
            health.latency().toMillis(),
            health.detail());
  }

  private static String json(MasterConfig config, Health health) throws JsonProcessingException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("backend", config.store().backend());
    document.put("up", health.up());
    document.put("latency_ms", health.latency().toMillis());
    document.put("detail", health.detail());
    return new ObjectMapper().writeValueAsString(document);
  }
}
