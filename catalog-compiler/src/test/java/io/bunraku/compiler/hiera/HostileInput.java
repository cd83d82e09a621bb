// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import com.typesafe.config.ConfigException;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.check.EvaluatingParser;
import io.bunraku.compiler.check.FileNamespace;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.hiera.yaml.PsychYaml;
import io.bunraku.compiler.hiera.yaml.YamlException;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.SyntaxException;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.json.Codecs;
import io.bunraku.storeconfig.model.json.MalformedDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gives bytes to everything that reads what others wrote: the first byte chooses the reader. What
 * the reader says of them is one of its own exceptions, or a value; all else is an error of ours.
 *
 * <p>It is the target of a coverage-guided fuzzer too, which docs/dev-loop.md tells how to run.
 */
public final class HostileInput {

  private static final LanguageOptions OPTIONS = LanguageOptions.defaults(LanguageVersion.PUPPET_8);

  static final int READERS = 6;

  private HostileInput() {}

  /** The fuzzer's entry. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0) {
      read(Math.floorMod(input[0], READERS), Arrays.copyOfRange(input, 1, input.length));
    }
  }

  static void read(int reader, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Source source = new Source("hostile", null, text);
    try {
      switch (reader) {
        case 0 -> EvaluatingParser.parse(source, OPTIONS, FileNamespace.none());
        case 1 -> EvaluatingParser.parseEpp(source, OPTIONS);
        case 2 -> PsychYaml.load(text, "hostile.yaml");
        case 3 -> HoconReader.read(text);
        case 4 -> readFacts(bytes);
        default -> new PuppetRegexp(text).compile();
      }
    } catch (SyntaxException
        | YamlException
        | EvaluationException
        | ConfigException
        | MalformedDocumentException e) {
      assert e.getMessage() != null : e;
    }
  }

  /** Names that no node and no environment can have are refused by the model itself. */
  private static void readFacts(byte[] bytes) {
    try {
      Codecs.FACTS.decode(Bytes.of(bytes));
    } catch (IllegalArgumentException e) {
      if (!String.valueOf(e.getMessage()).startsWith("Invalid ")) {
        throw e;
      }
    }
  }
}
