// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.value.Sensitive;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step of an explained lookup and what came of it. */
final class Explanation {

  /** What a step is. */
  enum Kind {
    ROOT,
    TOP,
    INVALID_KEY,
    MERGE_SOURCE,
    LINE,
    INTERPOLATION,
    MERGE,
    PROVIDER,
    PATH,
    URI,
    SUB_KEY,
    SEGMENT,
    SCOPE
  }

  /** What came of a step. */
  enum Event {
    NONE,
    FOUND,
    RESULT,
    NOT_FOUND,
    LOCATION_NOT_FOUND
  }

  private final Kind kind;
  private String name;
  private final @Nullable Object detail;
  private final List<Explanation> steps = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private Event event = Event.NONE;
  private String key = "";
  private @Nullable Object value;

  /**
   * Creates a step.
   *
   * @param name what its first line shows
   * @param detail what the second line shows, or options of a merge; null for none
   */
  Explanation(Kind kind, String name, @Nullable Object detail) {
    this.kind = kind;
    this.name = name;
    this.detail = detail;
  }

  Kind kind() {
    return kind;
  }

  String name() {
    return name;
  }

  @Nullable Object detail() {
    return detail;
  }

  List<Explanation> steps() {
    return steps;
  }

  List<String> texts() {
    return texts;
  }

  Event event() {
    return event;
  }

  String key() {
    return key;
  }

  @Nullable Object value() {
    return value;
  }

  Explanation add(Explanation step) {
    steps.add(step);
    return step;
  }

  void text(String text) {
    texts.add(text);
  }

  void found(String foundKey, Object foundValue) {
    event = Event.FOUND;
    key = foundKey;
    value = foundValue;
  }

  void result(Object merged) {
    event = Event.RESULT;
    value = merged;
  }

  void notFound(String missing) {
    event = Event.NOT_FOUND;
    key = missing;
  }

  void locationNotFound() {
    event = Event.LOCATION_NOT_FOUND;
  }

  /** Makes sensitive what was found on the way to a value that is. */
  void redact() {
    value = value == null || value instanceof Sensitive ? value : new Sensitive(value);
    name = kind == Kind.INTERPOLATION ? RubyValue.inspect(new Sensitive(name)) : name;
    steps.forEach(Explanation::redact);
  }

  void tell(StringBuilder out, String indent) {
    switch (kind) {
      case ROOT -> {
        steps.forEach(step -> step.tell(out, indent));
        tellTexts(out, indent);
      }
      case TOP -> tellSteps(out, indent, "Searching for \"" + name + "\"");
      case INVALID_KEY -> line(out, indent, "Invalid key \"" + name + "\"");
      case MERGE_SOURCE -> line(out, indent, "Using merge options from \"" + name + "\" hash");
      case LINE -> line(out, indent, name);
      case INTERPOLATION -> tellSteps(out, indent, "Interpolation on \"" + name + "\"");
      case MERGE -> tellMerge(out, indent);
      case PROVIDER -> {
        line(out, indent, name);
        if (detail != null) {
          line(out, indent + "  ", "Using configuration \"" + detail + "\"");
        }
        tellStepsAndOutcome(out, indent + "  ");
      }
      case PATH -> tellLocation(out, indent, "Path");
      case URI -> tellLocation(out, indent, "URI");
      case SUB_KEY -> {
        line(out, indent, "Sub key: \"" + name + "\"");
        tellStepsAndOutcome(out, indent + "  ");
      }
      case SEGMENT -> tellOutcome(out, indent);
      case SCOPE -> {
        line(out, indent, name);
        tellStepsAndOutcome(out, indent + "  ");
      }
    }
  }

  private static void line(StringBuilder out, String indent, String text) {
    out.append(indent).append(text).append('\n');
  }

  private void tellSteps(StringBuilder out, String indent, String first) {
    line(out, indent, first);
    steps.forEach(step -> step.tell(out, indent + "  "));
  }

  private void tellStepsAndOutcome(StringBuilder out, String indent) {
    steps.forEach(step -> step.tell(out, indent));
    tellOutcome(out, indent);
  }

  /** A merge of one place is no merge. */
  private void tellMerge(StringBuilder out, String indent) {
    if (steps.size() == 1) {
      steps.getFirst().tell(out, indent);
    }
    if (steps.size() < 2) {
      return;
    }
    line(out, indent, "Merge strategy " + name);
    if (detail != null) {
      out.append(indent).append("  Options: ");
      tellValue(out, indent + "  ", detail);
      out.append('\n');
    }
    steps.forEach(step -> step.tell(out, indent + "  "));
    if (event == Event.RESULT && value != null) {
      out.append(indent).append("  Merged result: ");
      tellValue(out, indent + "  ", value);
      out.append('\n');
    }
  }

  private void tellLocation(StringBuilder out, String indent, String type) {
    String inner = indent + "  ";
    line(out, indent, type + " \"" + name + "\"");
    line(out, inner, "Original " + (type.equals("URI") ? "uri" : "path") + ": \"" + detail + "\"");
    steps.forEach(step -> step.tell(out, inner));
    if (event == Event.LOCATION_NOT_FOUND) {
      line(out, inner, type + " not found");
    }
    tellOutcome(out, inner);
  }

  private void tellOutcome(StringBuilder out, String indent) {
    if (event == Event.NOT_FOUND) {
      line(out, indent, "No such key: \"" + key + "\"");
    } else if (event == Event.FOUND && value != null) {
      out.append(indent).append("Found key: \"").append(key).append("\" value: ");
      tellValue(out, indent, value);
      out.append('\n');
    }
    tellTexts(out, indent);
  }

  private void tellTexts(StringBuilder out, String indent) {
    texts.forEach(text -> line(out, indent, text));
  }

  private static void tellValue(StringBuilder out, String indent, Object value) {
    if (value instanceof Map<?, ?> map) {
      out.append('{');
      Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
      String separator = "\n";
      while (entries.hasNext()) {
        Map.Entry<?, ?> entry = entries.next();
        out.append(separator).append(indent).append("  ");
        tellValue(out, indent + "  ", entry.getKey());
        out.append(" => ");
        tellValue(out, indent + "  ", entry.getValue());
        separator = ",\n";
      }
      out.append(map.isEmpty() ? "}" : "\n" + indent + "}");
    } else if (value instanceof List<?> list) {
      out.append('[');
      String separator = "\n";
      for (Object one : list) {
        out.append(separator).append(indent).append("  ");
        tellValue(out, indent + "  ", one);
        separator = ",\n";
      }
      out.append(list.isEmpty() ? "]" : "\n" + indent + "]");
    } else {
      out.append(RubyValue.inspect(value));
    }
  }
}
