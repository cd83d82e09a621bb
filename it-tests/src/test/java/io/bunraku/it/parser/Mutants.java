// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.parser;

import io.bunraku.it.parser.PuppetOracle.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with one token deleted, or swapped with the next. Quotes are tokens half of the time. */
final class Mutants {

  private static final String TOKEN =
      "\\$?(?:::)?\\w+(?:::\\w+)*|<<\\||\\|>>|<%[-=%#]?|-?%>|[=+!<>~-][=>~|-]|<\\||\\|>|@@|\\S";
  private static final Pattern QUOTES_ARE_TOKENS = Pattern.compile("#[^\\n]*|" + TOKEN);
  private static final Pattern STRINGS_ARE_TOKENS =
      Pattern.compile("#[^\\n]*|'[^'\\\\]*'|\"[^\"\\\\]*\"|" + TOKEN);

  private final Random random;
  private final List<Text> originals;

  Mutants(long seed, List<Text> originals) {
    this.random = new Random(seed);
    this.originals = originals;
  }

  List<Text> make(int count) {
    List<Text> mutants = new ArrayList<>();
    while (mutants.size() < count) {
      Text original = originals.get(random.nextInt(originals.size()));
      String text = mutant(original.content());
      if (!text.equals(original.content())) {
        mutants.add(new Text(original.kind(), original.name(), text));
      }
    }
    return mutants;
  }

  private String mutant(String text) {
    List<int[]> tokens = tokens(text);
    if (tokens.size() < 2) {
      return text;
    }
    int index = random.nextInt(tokens.size() - 1);
    int[] first = tokens.get(index);
    if (random.nextBoolean()) {
      return text.substring(0, first[0]) + text.substring(first[1]);
    }
    int[] second = tokens.get(index + 1);
    return text.substring(0, first[0])
        + text.substring(second[0], second[1])
        + text.substring(first[1], second[0])
        + text.substring(first[0], first[1])
        + text.substring(second[1]);
  }

  private List<int[]> tokens(String text) {
    Matcher matcher = (random.nextBoolean() ? QUOTES_ARE_TOKENS : STRINGS_ARE_TOKENS).matcher(text);
    List<int[]> tokens = new ArrayList<>();
    while (matcher.find()) {
      if (text.charAt(matcher.start()) != '#') {
        tokens.add(new int[] {matcher.start(), matcher.end()});
      }
    }
    return tokens;
  }
}
