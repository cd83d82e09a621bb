// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Formats a list or a hash. */
final class ContainerFormatter {

  private final ValueFormatter values;
  private final StringFormat format;

  ContainerFormatter(ValueFormatter values, StringFormat format) {
    this.values = values;
    this.format = format;
  }

  private static EvaluationException illegal(String type, char letter, String expected) {
    return new EvaluationException(
        "Illegal format '"
            + letter
            + "' specified for value of "
            + type
            + " type - expected one of the characters '"
            + expected
            + "'");
  }

  private static boolean isContainer(Object value) {
    return value instanceof List<?> || value instanceof Map<?, ?>;
  }

  String list(List<?> list, Indentation outer) {
    if ("asp".indexOf(format.letter()) < 0) {
      throw illegal("Array", format.letter(), "asp");
    }
    boolean alternative = format.isAlternative();
    Indentation indentation = outer.indenting(alternative || outer.indenting());
    StringBuilder out = new StringBuilder();
    startLine(out, indentation);
    out.append(format.delimiter(false, "["));
    Indentation children = indentation.increase(alternative).subsequent();
    List<String> texts = new ArrayList<>();
    for (Object element : list) {
      texts.add(values.element(element, format, children));
    }
    boolean wide = alternative && format.width() != null && widest(list, texts) > format.width();
    String separator = format.separator() == null ? ", " : format.separator();
    for (int i = 0; i < texts.size(); i++) {
      boolean container = isContainer(list.get(i));
      if (i > 0) {
        out.append(separator);
        boolean afterContainer = alternative && isContainer(list.get(i - 1));
        if ((wide || afterContainer) && !container) {
          breakLine(out, children);
        }
      } else if (wide && !container) {
        out.append(' ');
      }
      append(out, texts.get(i));
    }
    return out.append(format.delimiter(true, "]")).toString();
  }

  private static void startLine(StringBuilder out, Indentation indentation) {
    if (indentation.breaks()) {
      out.append('\n').append(indentation.padding());
    }
  }

  private static void breakLine(StringBuilder out, Indentation children) {
    if (out.charAt(out.length() - 1) != '\n') {
      strip(out);
    }
    out.append('\n').append(children.padding());
  }

  private static void strip(StringBuilder out) {
    while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) {
      out.setLength(out.length() - 1);
    }
  }

  private static void append(StringBuilder out, String text) {
    if (out.length() > 0 && out.charAt(out.length() - 1) == ' ' && text.startsWith("\n")) {
      strip(out);
    }
    out.append(text);
  }

  /** The longest run of texts between containers. */
  private static long widest(List<?> list, List<String> texts) {
    long widest = 0;
    long current = 0;
    for (int i = 0; i < texts.size(); i++) {
      current = isContainer(list.get(i)) ? 0 : current + StringType.length(texts.get(i));
      widest = Math.max(widest, current);
    }
    return widest;
  }

  String map(Map<?, ?> map, Indentation outer) {
    if ("hsp".indexOf(format.letter()) < 0) {
      throw illegal("Hash", format.letter(), "hasp");
    }
    boolean alternative = format.isAlternative();
    Indentation indentation = outer.indenting(alternative || outer.indenting());
    StringBuilder out = new StringBuilder();
    startLine(out, indentation);
    Indentation children = indentation.increase(false);
    String padding = alternative ? children.padding() : "";
    String association = format.separator2() == null ? " => " : format.separator2();
    List<String> entries = new ArrayList<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      entries.add(
          padding
              + values.element(entry.getKey(), format, children)
              + association
              + values.element(entry.getValue(), format, children));
    }
    out.append(format.delimiter(false, "{")).append(alternative ? "\n" : "");
    out.append(String.join(separator(alternative), entries));
    if (alternative) {
      out.append('\n').append(indentation.padding());
    }
    return out.append(format.delimiter(true, "}")).toString();
  }

  private String separator(boolean alternative) {
    String separator = format.separator() == null ? ", " : format.separator();
    if (!alternative) {
      return separator;
    }
    return (separator.endsWith("\n") ? separator : separator.stripTrailing()) + "\n";
  }
}
