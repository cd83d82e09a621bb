// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of {@code fuzz/expressions.grammar}, whose head explains the notation. */
final class Grammar {

  private static final Pattern REFERENCE = Pattern.compile("<([a-z0-9]+)>");
  private static final Pattern WEIGHT = Pattern.compile("(\\d+)~ ?(.*)");

  private final Map<String, Rule> rules = new LinkedHashMap<>();

  /** A text, or the name of a rule. */
  record Part(String text, boolean reference) {}

  /** One way to write a rule; its height is the least number of rules below it. */
  static final class Alternative {
    final int weight;
    final List<Part> parts;
    int height = Integer.MAX_VALUE;

    Alternative(int weight, List<Part> parts) {
      this.weight = weight;
      this.parts = parts;
    }
  }

  /** A rule; that of a value can be replaced by any other value. */
  record Rule(boolean value, List<Alternative> alternatives) {
    int height() {
      return alternatives.stream().mapToInt(a -> a.height).min().orElseThrow();
    }
  }

  private Grammar(String text) {
    Rule rule = new Rule(false, new ArrayList<>());
    for (String line : text.lines().toList()) {
      if (line.startsWith("  ")) {
        rule.alternatives.add(alternative(line.substring(2)));
      } else if (!line.startsWith("#") && !line.isBlank()) {
        rule = new Rule(line.endsWith("*"), new ArrayList<>());
        rules.put(line.replace("*", ""), rule);
      }
    }
    measureHeights();
  }

  static Grammar load() {
    try (InputStream file = Grammar.class.getResourceAsStream("/fuzz/expressions.grammar")) {
      return new Grammar(
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Rule rule(String name) {
    return Objects.requireNonNull(rules.get(name), name);
  }

  private static Alternative alternative(String line) {
    Matcher weighted = WEIGHT.matcher(line);
    boolean hasWeight = weighted.matches();
    String text = (hasWeight ? weighted.group(2) : line).replace('¶', '\n');
    List<Part> parts = new ArrayList<>();
    Matcher references = REFERENCE.matcher(text);
    int end = 0;
    while (references.find()) {
      parts.add(new Part(text.substring(end, references.start()), false));
      parts.add(new Part(references.group(1), true));
      end = references.end();
    }
    parts.add(new Part(text.substring(end), false));
    return new Alternative(hasWeight ? Integer.parseInt(weighted.group(1)) : 1, parts);
  }

  private void measureHeights() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Rule rule : rules.values()) {
        for (Alternative alternative : rule.alternatives) {
          int height = heightOf(alternative);
          changed |= height != alternative.height;
          alternative.height = height;
        }
      }
    }
  }

  private int heightOf(Alternative alternative) {
    int height = 0;
    for (Part part : alternative.parts) {
      if (part.reference) {
        int below = rule(part.text).height();
        height = Math.max(height, below == Integer.MAX_VALUE ? below : below + 1);
      }
    }
    return height;
  }
}
