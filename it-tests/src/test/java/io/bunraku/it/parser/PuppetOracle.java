// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.parser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The installed Puppet, asked in one Ruby process what it thinks of many texts. */
final class PuppetOracle {

  static final Path MODULES = Path.of("/usr/share/puppet/modules");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PuppetOracle() {}

  /** A text, and how it would be parsed. */
  record Text(String kind, String name, String content) {}

  /** What became of a text; message and line are those of the first error. */
  record Verdict(boolean accepted, String message, int line) {}

  /** Returns why Puppet cannot be asked here, or an empty text when it can. */
  static String whyNot() throws InterruptedException {
    try {
      int exit = new ProcessBuilder("ruby", "-e", "require 'puppet'").inheritIO().start().waitFor();
      if (exit != 0) {
        return "ruby cannot load puppet here";
      }
    } catch (IOException e) {
      return "there is no ruby here: " + e.getMessage();
    }
    return Files.isDirectory(MODULES) ? "" : "there are no modules in " + MODULES;
  }

  /** Returns Puppet's verdicts in the order of the texts. */
  static List<Verdict> ask(List<Text> texts, Path scratch) throws IOException {
    Path script = scratch.resolve("parser_oracle.rb");
    try (InputStream resource = PuppetOracle.class.getResourceAsStream("parser_oracle.rb")) {
      Files.copy(Objects.requireNonNull(resource), script);
    }
    Process ruby =
        new ProcessBuilder("ruby", "-W0", script.toString(), MODULES.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread sender =
        Thread.ofVirtual().start(() -> send(texts, ruby.outputWriter(StandardCharsets.UTF_8)));
    try (BufferedReader answers = ruby.inputReader(StandardCharsets.UTF_8)) {
      List<Verdict> verdicts = new ArrayList<>();
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        verdicts.add(verdict(JSON.readTree(line)));
      }
      sender.interrupt();
      return verdicts;
    }
  }

  private static void send(List<Text> texts, Writer out) {
    try (out) {
      for (int i = 0; i < texts.size(); i++) {
        Text text = texts.get(i);
        Map<String, Object> job =
            Map.of("id", i, "kind", text.kind(), "name", text.name(), "text", text.content());
        out.write(JSON.writeValueAsString(job));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Verdict verdict(JsonNode answer) {
    return new Verdict(
        answer.get("ok").asBoolean(), answer.path("message").asText(), answer.path("line").asInt());
  }
}
