// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.master.cli.CaCommand;
import io.bunraku.master.cli.CompileCommand;
import io.bunraku.master.cli.Failures;
import io.bunraku.master.cli.LookupCommand;
import io.bunraku.master.cli.NodeCommand;
import io.bunraku.master.cli.ServerCommand;
import io.bunraku.master.cli.StoreCommand;
import io.bunraku.master.cli.quickstart.QuickstartCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the {@code bunraku} command. */
@Command(
    name = "bunraku",
    mixinStandardHelpOptions = true,
    version = "bunraku 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    description = "A clustered puppetmaster: many masters, no shared filesystem.",
    subcommands = {
      QuickstartCommand.class,
      ServerCommand.class,
      CompileCommand.class,
      LookupCommand.class,
      CaCommand.class,
      NodeCommand.class,
      StoreCommand.class,
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bunraku quickstart",
      "  bunraku server --config /etc/bunraku/bunraku.yaml",
      "  bunraku compile --codedir code --node web1.example.com --facts web1.json",
      "  bunraku node list",
      "  bunraku store check --json",
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:It worked",
      " 1:It did not; the reason is on stderr",
      " 2:The command line or the configuration has to be corrected",
    })
public final class Main {

  private Main() {}

  /**
   * Runs one command and exits with its status.
   *
   * @param args the command line, without the program's name
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line, for main and for tests. */
  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExecutionExceptionHandler(new Failures());
  }
}
