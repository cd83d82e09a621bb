// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.type.CatalogEntryFamily;
import io.bunraku.compiler.value.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Quotes words for the Bourne shell as the function {@code shellquote} does. */
final class ShellQuote {

  private static final String SAFE = "@%_+=:,./-";
  private static final String DANGEROUS = "!\"`$\\";

  private ShellQuote() {}

  static String quote(List<?> words) {
    List<String> quoted = new ArrayList<>();
    for (Object word : Lists.flatten(words)) {
      if (!(word instanceof String text)) {
        throw new EvaluationException(refusal(word));
      }
      quoted.add(quoteWord(text));
    }
    return String.join(" ", quoted);
  }

  /** Hashes and resources have a length, so that only their quoting fails. */
  private static String refusal(Object word) {
    boolean hasLength = word instanceof Map<?, ?> || word instanceof CatalogEntryFamily;
    String name = PuppetView.LEGACY.className(word);
    return hasLength
        ? "no implicit conversion of " + name + " into String"
        : "undefined method `"
            + (word instanceof Default ? "count" : "length")
            + "' for "
            + PuppetView.LEGACY.receiver(word);
  }

  private static String quoteWord(String word) {
    if (!word.isEmpty() && word.chars().allMatch(ShellQuote::isSafe)) {
      return word;
    }
    if (word.chars().noneMatch(ShellQuote::isDangerous)) {
      return '"' + word + '"';
    }
    if (word.indexOf('\'') < 0) {
      return "'" + word + "'";
    }
    StringBuilder result = new StringBuilder("\"");
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      result.append(isDangerous(c) ? "\\" : "").append(c);
    }
    return result.append('"').toString();
  }

  private static boolean isSafe(int c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || SAFE.indexOf(c) >= 0;
  }

  private static boolean isDangerous(int c) {
    return DANGEROUS.indexOf(c) >= 0;
  }
}
