// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the {@code bunraku} command. */
@Command(
    name = "bunraku",
    mixinStandardHelpOptions = true,
    description = "A clustered puppetmaster.")
public final class Main {

  private Main() {}

  /**
   * Runs one command and exits with its status.
   *
   * @param args the command line, without the program's name
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }
}
