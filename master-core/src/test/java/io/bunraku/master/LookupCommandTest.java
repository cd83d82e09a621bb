// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.master.cli.LookupCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the installed {@code puppet lookup} printed for the same data, byte for byte. */
final class LookupCommandTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "h,h",
    "ml,ml",
    "h.x.y --explain,hxy__explain",
    "s --explain,s__explain",
    "nokey --explain,nokey__explain",
    "m::a --explain,ma__explain",
    "h --explain --render-as yaml,h__yaml",
    "h --explain --render-as json,h__json",
    "m::a --explain --render-as yaml,ma__yaml",
    "h --explain-options,h__options",
    "h --render-as json,h__value_json",
  })
  void printsWhatPuppetPrints(String arguments, String expected) throws Exception {
    Path data = data();
    List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
    all.addAll(List.of("--node", "n1.example.com"));
    Run run = run(data.resolve("code"), all);
    assertThat(run.status()).isZero();
    assertThat(run.out().replace(data.resolve("code").toString(), "@CODE@"))
        .isEqualTo(Files.readString(data.resolve(expected + ".out")));
  }

  private record Run(int status, String out, String err) {}

  private Run run(Path code, List<String> arguments) throws Exception {
    Path config = Files.writeString(directory.resolve("bunraku.yaml"), configuration(code));
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--config", config.toString()));
    all.addAll(List.of("--facts", data().resolve("facts.json").toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        new CommandLine(new LookupCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    int status = command.execute(all.toArray(new String[0]));
    return new Run(status, out.toString(), err.toString());
  }

  private Path codeWith(String common) throws Exception {
    Path production = directory.resolve("code/environments/production");
    Files.createDirectories(production.resolve("data/nodes"));
    Files.writeString(production.resolve("data/common.yaml"), common);
    Files.writeString(production.resolve("data/nodes/n1.yaml"), "who: n1\n");
    Files.writeString(
        production.resolve("hiera.yaml"),
        """
        version: 5
        hierarchy:
          - name: node
            path: "nodes/%{trusted.certname}.yaml"
          - name: common
            path: common.yaml
        """);
    return directory.resolve("code");
  }

  @Test
  void levelsOfTheNodesCertnameAreFoundWithoutACompile() throws Exception {
    Path code = codeWith("who: nobody");
    assertThat(run(code, List.of("who", "--node", "n1")).out()).isEqualTo("--- n1\n");
    assertThat(run(code, List.of("who", "--node", "n2")).out()).isEqualTo("--- nobody\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--render-as s",
        "--render-as json",
        "--explain",
        "--explain --render-as yaml"
      })
  void whatIsSensitiveIsNeverPrinted(String format) throws Exception {
    Path code =
        codeWith(
            "password: s3cr3t%{trusted.certname}\nlookup_options:\n  password: { convert_to: Sensitive }\n");
    List<String> arguments = new ArrayList<>(List.of("password", "--node", "n1"));
    arguments.addAll(List.of(format.split(" ")));
    arguments.remove("");
    Run run = run(code, arguments);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("Sensitive [value redacted]").doesNotContain("s3cr3t");
  }

  @Test
  void aNodeMustBeNamed() throws Exception {
    Run run = run(codeWith("a: 1"), List.of("a"));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("Missing required option: '--node=NAME'");
  }

  @Test
  void otherFormatsAreUnknown() throws Exception {
    Run run = run(codeWith("a: 1"), List.of("a", "--node", "n1", "--render-as", "pson"));
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("Error: Could not run: Unknown rendering format 'pson'\n");
  }

  @Test
  void warningsAreNotRepeated() throws Exception {
    Run run = run(codeWith("a: '%{nope}x'"), List.of("a", "--node", "n1"));
    assertThat(run).isEqualTo(new Run(0, "--- x\n", ""));
  }

  private String configuration(Path code) {
    return "certname: puppet.example.com\ncodedir: %s\nssldir: %s\nvardir: %s\nlanguage: 7\n"
        .formatted(code, directory.resolve("ssl"), directory.resolve("var"));
  }

  private static Path data() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(LookupCommandTest.class.getResource("cli/lookup")).toURI());
  }
}
