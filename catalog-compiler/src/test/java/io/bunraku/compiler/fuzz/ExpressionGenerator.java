// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.fuzz;

import io.bunraku.compiler.fuzz.Grammar.Alternative;
import io.bunraku.compiler.fuzz.Grammar.Part;
import io.bunraku.compiler.fuzz.Grammar.Rule;
import java.util.List;
import java.util.Random;

/** Writes random expressions; equal seeds write equal ones. */
final class ExpressionGenerator {

  /** Of so many values one is of another kind than its place asks for. */
  private static final int SURPRISE = 120;

  private static final int LEAST_DEPTH = 3;
  private static final int DEPTHS = 5;
  private static final int LONGEST = 600;

  private final Grammar grammar;
  private final Random random;

  ExpressionGenerator(Grammar grammar, long seed) {
    this.grammar = grammar;
    this.random = new Random(seed);
  }

  /** A whole program. */
  String program() {
    String text;
    do {
      text = write("program", LEAST_DEPTH + random.nextInt(DEPTHS));
    } while (text.length() > LONGEST);
    return text;
  }

  /** What a rule can be, not nested deeper than need be beyond a depth. */
  String write(String rule, int depth) {
    StringBuilder text = new StringBuilder();
    write(rule, depth, text);
    return text.toString();
  }

  private void write(String name, int depth, StringBuilder text) {
    Rule rule = grammar.rule(name);
    if (rule.value() && depth > 0 && random.nextInt(SURPRISE) == 0) {
      rule = grammar.rule("any");
    }
    for (Part part : choose(rule, depth).parts) {
      if (part.reference()) {
        write(part.text(), depth - 1, text);
      } else {
        text.append(part.text());
      }
    }
  }

  private Alternative choose(Rule rule, int depth) {
    int height = Math.max(depth, rule.height());
    List<Alternative> fitting =
        rule.alternatives().stream().filter(a -> a.height <= height).toList();
    int left = random.nextInt(fitting.stream().mapToInt(a -> a.weight).sum());
    for (Alternative alternative : fitting) {
      left -= alternative.weight;
      if (left < 0) {
        return alternative;
      }
    }
    throw new AssertionError("weights");
  }
}
