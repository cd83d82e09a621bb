// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code generate}: runs a program on the master and gives its output. */
final class Generator {

  private static final long LIMIT_SECONDS = 300;

  private Generator() {}

  static String run(List<Object> arguments) {
    List<String> command = new ArrayList<>();
    Lists.flatten(arguments).forEach(argument -> command.add(PuppetView.LEGACY.text(argument)));
    check(arguments.get(0) instanceof List<?> ? "" : command.get(0));
    File directory = new File(command.get(0)).getParentFile();
    try {
      if (directory == null || !directory.isDirectory()) {
        throw new EvaluationException("No such file or directory @ dir_chdir - " + directory);
      }
      Process process =
          new ProcessBuilder(command)
              .directory(directory)
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .start();
      return output(process, command);
    } catch (IOException e) {
      throw failed(
          command,
          "Could not execute posix command: No such file or directory - " + command.get(0));
    }
  }

  private static void check(String program) {
    if (!program.startsWith("/")) {
      throw new EvaluationException("Generators must be fully qualified");
    }
    if (!program.matches("[-/\\w.+]+")) {
      throw new EvaluationException(
          "Generators can only contain alphanumerics, file separators, and dashes");
    }
    if (program.contains("..")) {
      throw new EvaluationException("Can not use generators with '..' in them.");
    }
  }

  private static String output(Process process, List<String> command) throws IOException {
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failed(command, "it takes longer than " + LIMIT_SECONDS + " seconds");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw failed(command, "interrupted");
    }
    if (process.exitValue() != 0) {
      throw failed(
          command,
          "Execution of '"
              + String.join(" ", command)
              + "' returned "
              + process.exitValue()
              + ": "
              + output.strip());
    }
    return output;
  }

  private static EvaluationException failed(List<String> command, String detail) {
    return new EvaluationException("Failed to execute generator " + command.get(0) + ": " + detail);
  }
}
