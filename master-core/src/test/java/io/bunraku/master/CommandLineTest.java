// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands as a shell sees them: what they print where, and their status. */
class CommandLineTest {

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeCode() throws IOException {
    write(
        "code/environments/production/manifests/site.pp",
        "notify { \"kernel ${facts['kernel']}\": }\n");
    write("facts.json", "{\"name\": \"web1\", \"values\": {\"kernel\": \"Linux\"}}");
  }

  private Path write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private int run(String... words) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(words);
  }

  private int compile(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "compile", "--codedir", directory.resolve("code").toString(), "--node", "web1"));
    words.addAll(List.of(more));
    return run(words.toArray(new String[0]));
  }

  @Test
  void compilePrintsTheCatalogAsTheServerSendsIt() {
    int exit = compile("--facts", directory.resolve("facts.json").toString());
    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString())
        .startsWith("{\"tags\":")
        .contains("\"catalog_format\":2", "\"title\":\"kernel Linux\"");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void compileTakesCodeFromTheCommandLineAndLogsToStderr() {
    assertThat(compile("-e", "notice('hello') notify { 'given': }")).isZero();
    assertThat(out.toString()).contains("\"title\":\"given\"").doesNotContain("hello");
    assertThat(err.toString()).isEqualToIgnoringNewLines("Notice: Scope(Class[main]): hello");
  }

  @Test
  void compileFailsInPuppetsWords() {
    assertThat(compile("-e", "fail('no')")).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "Error: Evaluation Error: Error while evaluating a Function Call, no"
                + " (line: 1, column: 1) on node web1");
  }

  @Test
  void compileNamesWhatIsMissing() {
    assertThat(compile("--environment", "nowhere")).isEqualTo(1);
    assertThat(err.toString())
        .contains("Could not find a directory environment named 'nowhere' anywhere in the path");
    assertThat(compile("--facts", "/nowhere.json")).isEqualTo(2);
    assertThat(err.toString()).contains("--facts /nowhere.json: there is no such file");
    assertThat(run("compile", "--node", "no/name")).isEqualTo(2);
    assertThat(err.toString()).contains("--node no/name:");
  }

  @Test
  void wrongWordsAndKeysHaveStatusTwo() {
    assertThat(run("server", "--set", "liste=1")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown key 'liste'; did you mean 'listen'?");
    assertThat(run("srver")).isEqualTo(2);
    assertThat(err.toString()).contains("Did you mean: bunraku server?");
  }

  @Test
  void theServerSaysWhyItCannotStart() {
    int exit =
        run(
            "server",
            "--set",
            "vardir=" + directory.resolve("facts.json/var"),
            "--set",
            "listen=127.0.0.1:0");
    assertThat(exit).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("Error: ")
        .contains(directory.resolve("facts.json/var/").toString())
        .hasLineCount(1);
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (CommandLine command : Main.commandLine().getSubcommands().values()) {
      assertThat(command.getUsageMessage())
          .as(command.getCommandName())
          .contains("--help")
          .contains("bunraku " + command.getCommandName());
    }
  }
}
