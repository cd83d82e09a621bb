// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.master.ca.CaException;
import io.bunraku.master.config.ConfigException;
import io.bunraku.storeconfig.spi.StoreException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a user what went wrong in one line, and gives scripts a status. */
public final class Failures implements IExecutionExceptionHandler {

  /** The command did not do what it should. */
  static final int FAILED = 1;

  /** The command line or the configuration has to be corrected. */
  static final int USAGE = 2;

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    boolean expected =
        e instanceof ConfigException
            || e instanceof CaException
            || e instanceof StoreException
            || e instanceof IOException;
    if (!expected) {
      throw e;
    }
    command.getErr().println("Error: " + e.getMessage());
    return e instanceof ConfigException ? USAGE : FAILED;
  }
}
