// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One format of {@code String.new}: {@code %<flags><width>.<precision><letter>}.
 *
 * @param text as written
 * @param flags all flags
 * @param width least width, or null
 * @param precision precision, or null
 * @param letter what to make of the value
 * @param separator between elements of a container, or null for the default
 * @param separator2 between key and value, or null for the default
 * @param elements formats of the elements by their types, or null
 */
record StringFormat(
    String text,
    String flags,
    @Nullable Integer width,
    @Nullable Integer precision,
    char letter,
    @Nullable String separator,
    @Nullable String separator2,
    @Nullable Map<PuppetType, StringFormat> elements) {

  static final String PATTERN = "^%([\\s\\[+#0{<(|-]*)([1-9][0-9]*)?(?:\\.([0-9]+))?([a-zA-Z])$";

  private static final Pattern FORM = Pattern.compile(PATTERN, Pattern.MULTILINE);
  private static final String DELIMITERS = "[{(<|";
  private static final String CLOSING = "]})>|";

  /** Reads a format without anything of containers. */
  static StringFormat parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.find()) {
      throw new EvaluationException(
          "The format '"
              + text
              + "' is not a valid format on the form '%<flags><width>.<prec><format>'");
    }
    String flags = matcher.group(1);
    if (flags.chars().distinct().count() != flags.length()) {
      throw new EvaluationException("The same flag can only be used once, got '" + text + "'");
    }
    if (flags.chars().filter(c -> DELIMITERS.indexOf(c) >= 0).count() > 1) {
      throw new EvaluationException(
          "Only one of the delimiters [ { ( < | can be given in the format flags, got '"
              + text
              + "'");
    }
    return new StringFormat(
        text,
        flags,
        number(matcher.group(2)),
        number(matcher.group(3)),
        matcher.group(4).charAt(0),
        null,
        null,
        null);
  }

  private static @Nullable Integer number(@Nullable String digits) {
    return digits == null ? null : Integer.valueOf(digits);
  }

  StringFormat withContainer(
      @Nullable String newSeparator,
      @Nullable String newSeparator2,
      @Nullable Map<PuppetType, StringFormat> newElements) {
    return new StringFormat(
        text, flags, width, precision, letter, newSeparator, newSeparator2, newElements);
  }

  boolean has(char flag) {
    return flags.indexOf(flag) >= 0;
  }

  boolean isAlternative() {
    return has('#');
  }

  /** The brackets around a container: by a flag, none for a blank, else those given. */
  String delimiter(boolean closing, String otherwise) {
    for (int i = 0; i < flags.length(); i++) {
      int index = DELIMITERS.indexOf(flags.charAt(i));
      if (index >= 0) {
        return String.valueOf((closing ? CLOSING : DELIMITERS).charAt(index));
      }
    }
    return has(' ') ? "" : otherwise;
  }

  private static StringFormat merge(StringFormat lower, StringFormat higher) {
    return higher.withContainer(
        higher.separator == null ? lower.separator : higher.separator,
        higher.separator2 == null ? lower.separator2 : higher.separator2,
        merge(lower.elements, higher.elements));
  }

  /** Formats by type; those of the second map win, and are sorted by how narrow their types are. */
  static @Nullable Map<PuppetType, StringFormat> merge(
      @Nullable Map<PuppetType, StringFormat> lower,
      @Nullable Map<PuppetType, StringFormat> higher) {
    if (lower == null || higher == null) {
      return lower == null ? higher : lower;
    }
    Map<PuppetType, StringFormat> merged = new LinkedHashMap<>();
    lower.forEach((type, format) -> {
      boolean covered =
          higher.keySet().stream().anyMatch(h -> !h.equals(type) && h.isAssignable(type));
      if (!covered) {
        merged.put(type, format);
      }
    });
    higher.forEach((type, format) -> merged.merge(type, format, StringFormat::merge));
    List<Map.Entry<PuppetType, StringFormat>> entries = new ArrayList<>(merged.entrySet());
    sort(entries);
    Map<PuppetType, StringFormat> sorted = new LinkedHashMap<>();
    entries.forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /** By insertion: the order is partial, which sorting libraries may refuse. */
  private static void sort(List<Map.Entry<PuppetType, StringFormat>> entries) {
    for (int i = 1; i < entries.size(); i++) {
      Map.Entry<PuppetType, StringFormat> entry = entries.get(i);
      int j = i;
      while (j > 0 && BY_WIDTH.compare(entries.get(j - 1).getKey(), entry.getKey()) > 0) {
        entries.set(j, entries.get(j - 1));
        j--;
      }
      entries.set(j, entry);
    }
  }

  private static final Comparator<PuppetType> BY_WIDTH =
      (a, b) -> {
        if (a.equals(b)) {
          return 0;
        }
        boolean narrower = b.isAssignable(a);
        boolean wider = a.isAssignable(b);
        if (narrower != wider) {
          return narrower ? -1 : 1;
        }
        int rankA = rank(a);
        int rankB = rank(b);
        return rankA == 0 || rankB == 0
            ? CodePointOrder.INSTANCE.compare(a.toString(), b.toString())
            : Integer.compare(rankA, rankB);
      };

  private static int rank(PuppetType type) {
    return switch (type) {
      case StructType t -> 1;
      case HashType t -> 2;
      case TupleType t -> 3;
      case ArrayType t -> 4;
      case PatternType t -> 10;
      case EnumType t -> 11;
      case StringType t -> 12;
      default -> 0;
    };
  }
}
