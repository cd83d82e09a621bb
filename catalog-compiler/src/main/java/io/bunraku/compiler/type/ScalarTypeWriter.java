// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.ruby.RubyText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the types of single values: names, with bounds or the values themselves in brackets. */
final class ScalarTypeWriter {

  private final TypeWriter writer;

  ScalarTypeWriter(TypeWriter writer) {
    this.writer = writer;
  }

  void append(ScalarFamily type) {
    switch (type) {
      case ScalarType t -> writer.raw("Scalar");
      case ScalarDataType t -> writer.raw("ScalarData");
      case NumericType t -> writer.raw("Numeric");
      case IntegerType t -> writer.brackets("Integer", range(t));
      case FloatType t -> writer.brackets("Float", floatRange(t));
      case StringType t -> writer.brackets("String", range(t.size()));
      case BooleanType t ->
          writer.brackets("Boolean", t.value() == null ? List.of() : List.of(t.value().toString()));
      case EnumType t -> writer.brackets("Enum", enumeration(t));
      case PatternType t ->
          writer.brackets("Pattern", t.patterns().stream().map(ScalarTypeWriter::regexp).toList());
      case RegexpType t ->
          writer.brackets("Regexp", t.regexp() == null ? List.of() : List.of(regexp(t)));
      case SemVerRangeType t -> writer.raw("SemVerRange");
      case SemVerType t ->
          writer.brackets("SemVer", t.ranges().stream().map(range -> "'" + range + "'").toList());
      case TimespanType t -> writer.brackets("Timespan", timeRange(t.from(), t.to()));
      case TimestampType t -> writer.brackets("Timestamp", timeRange(t.from(), t.to()));
    }
  }

  private static String regexp(RegexpType type) {
    return type.effectiveRegexp().inspect();
  }

  private static List<String> enumeration(EnumType type) {
    List<String> parts = new ArrayList<>();
    type.values().forEach(value -> parts.add(PuppetQuote.quote(value)));
    if (type.caseInsensitive() && !parts.isEmpty()) {
      parts.add("true");
    }
    return parts;
  }

  /** What stands in brackets for sizes and other whole numbers from one to another. */
  static List<String> range(@Nullable IntegerType range) {
    if (range == null || range.isUnbounded()) {
      return List.of();
    }
    String from = range.from() == null ? "default" : range.from().toString();
    return range.to() == null ? List.of(from) : List.of(from, range.to().toString());
  }

  private static List<String> floatRange(FloatType range) {
    if (range.isUnbounded()) {
      return List.of();
    }
    boolean open = range.from() == Double.NEGATIVE_INFINITY;
    String from = open ? "default" : RubyText.of(range.from());
    return range.to() == Double.POSITIVE_INFINITY
        ? List.of(from)
        : List.of(from, RubyText.of(range.to()));
  }

  private static List<String> timeRange(@Nullable Object from, @Nullable Object to) {
    if (from == null && to == null) {
      return List.of();
    }
    String lower = from == null ? "default" : "'" + from + "'";
    return to == null || to.equals(from) ? List.of(lower) : List.of(lower, "'" + to + "'");
  }
}
