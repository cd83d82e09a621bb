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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    Path config = Files.writeString(directory.resolve("bunraku.yaml"), configuration(data));
    List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
    all.addAll(List.of("--node", "n1.example.com", "--config", config.toString()));
    all.addAll(List.of("--facts", data.resolve("facts.json").toString()));
    StringWriter out = new StringWriter();
    CommandLine command = new CommandLine(new LookupCommand()).setOut(new PrintWriter(out));
    assertThat(command.execute(all.toArray(new String[0]))).isZero();
    String code = data.resolve("code").toString();
    assertThat(out.toString().replace(code, "@CODE@"))
        .isEqualTo(Files.readString(data.resolve(expected + ".out")));
  }

  private String configuration(Path data) {
    return "certname: puppet.example.com\ncodedir: %s\nssldir: %s\nvardir: %s\nlanguage: 7\n"
        .formatted(data.resolve("code"), directory.resolve("ssl"), directory.resolve("var"));
  }

  private static Path data() throws URISyntaxException {
    return Path.of(
        Objects.requireNonNull(LookupCommandTest.class.getResource("cli/lookup")).toURI());
  }
}
