// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.LanguageVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Writes random expressions, one a line in JSON, or answers those on standard input:
 *
 * <pre>
 *   Fuzz expressions SEED COUNT EACH    COUNT programs, and EACH for every operator and pair of kinds
 *   Fuzz answers [7|8]
 * </pre>
 */
public final class Fuzz {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Fuzz() {}

  /** Runs a command. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    if (args[0].equals("expressions")) {
      long seed = Long.parseLong(args[1]);
      for (String e : expressions(seed, Integer.parseInt(args[2]), Integer.parseInt(args[3]))) {
        out.println(JSON.writeValueAsString(e));
      }
    } else {
      LanguageVersion version =
          LanguageVersion.valueOf("PUPPET_" + (args.length > 1 ? args[1] : "7"));
      answer(out, version);
    }
    out.flush();
  }

  static List<String> expressions(long seed, int count, int each) {
    ExpressionGenerator generator = new ExpressionGenerator(Grammar.load(), seed);
    List<String> expressions = new ArrayList<>(OperatorPairs.expressions(generator, each));
    for (int i = 0; i < count; i++) {
      expressions.add(generator.program());
    }
    Collections.shuffle(expressions, new Random(seed));
    return expressions;
  }

  private static void answer(PrintStream out, LanguageVersion version) throws IOException {
    Answers answers = new Answers(Files.createTempDirectory("fuzz"), version);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      out.println(answers.to(JSON.readValue(line, String.class)));
    }
  }
}
