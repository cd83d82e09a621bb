// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code bunraku store} as a shell sees it. */
class StoreCommandTest {

  @TempDir private Path directory;
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(err));
    return line.execute(words);
  }

  @Test
  void aRoutedStoreIsNotMovedAsOne() {
    int exit =
        run(
            "store",
            "export",
            directory.resolve("out").toString(),
            "--set",
            "vardir=" + directory,
            "--set",
            "store.backend=local",
            "--set",
            "store.path=" + directory.resolve("a.db"),
            "--set",
            "store.routes.reports/.backend=local",
            "--set",
            "store.routes.reports/.path=" + directory.resolve("b.db"));
    assertThat(exit).isEqualTo(2);
    assertThat(err.toString()).contains("has routes: name each of its backends by itself");
  }
}
