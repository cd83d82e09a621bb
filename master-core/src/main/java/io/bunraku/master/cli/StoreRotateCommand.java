// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.transfer.KeyRotation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bunraku store rotate}. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    description = {
      "Encrypts all secrets anew with the key in the first line of store.keys, while masters use"
          + " the store.",
      "All masters must have that key first, in the same place, and have been restarted."
          + " Interrupted, it goes on where it was when it is run again.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bunraku store rotate --config /etc/bunraku/bunraku.yaml",
      "  bunraku store check --keys",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:No secret is encrypted with another key",
      " 1:It did not come to that; the reason is on stderr, and it can be run again",
      " 2:The command line or the configuration has to be corrected",
    })
public final class StoreRotateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ConfigOptions configuration;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  public StoreRotateCommand() {}

  @Override
  public Integer call() throws ConfigException {
    MasterConfig config = configuration.load(List.of());
    ProgressLine line = new ProgressLine(spec.commandLine().getErr());
    try (StoreAdmin store = StorePlace.of(config).withKeysOf(config).open()) {
      KeyRotation.Result result;
      try {
        result = new KeyRotation(store, line::show).run();
      } finally {
        line.end();
      }
      PrintWriter out = spec.commandLine().getOut();
      out.println(text(result));
      out.flush();
      return 0;
    }
  }

  private static String text(KeyRotation.Result result) {
    long renewed = result.renewed().values().stream().mapToLong(Long::longValue).sum();
    String before =
        result.renewed().entrySet().stream()
            .map(e -> name(e.getKey()) + String.format(Locale.ROOT, " %,d", e.getValue()))
            .collect(Collectors.joining(", ", " (", ")"));
    return String.format(
        Locale.ROOT,
        "All %,d documents with secrets have key %d; %,d were encrypted anew%s. Other keys may go"
            + " from store.keys of all masters once no spool holds anything.",
        result.documents(),
        result.epoch(),
        renewed,
        renewed == 0 ? "" : before);
  }

  private static String name(int epoch) {
    return epoch == 0 ? "not encrypted before:" : "key " + epoch + " before:";
  }
}
