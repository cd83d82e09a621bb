// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.value.Default;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as strings: what {@code String.new} gives ({@code string_converter.rb}). */
public final class StringConverter {

  static final Map<PuppetType, StringFormat> DEFAULT_ELEMENTS =
      Map.of(AnyType.ANY, StringFormat.parse("%p"));

  private static final Map<PuppetType, StringFormat> DEFAULTS = defaults();

  private StringConverter() {}

  private static Map<PuppetType, StringFormat> defaults() {
    Map<PuppetType, StringFormat> formats = new LinkedHashMap<>();
    formats.put(ObjectType.DEFAULT, StringFormat.parse("%p"));
    formats.put(FloatType.DEFAULT, StringFormat.parse("%f"));
    formats.put(NumericType.NUMERIC, StringFormat.parse("%d"));
    formats.put(
        ArrayType.DEFAULT, StringFormat.parse("%a").withContainer(", ", ", ", DEFAULT_ELEMENTS));
    formats.put(
        HashType.DEFAULT, StringFormat.parse("%h").withContainer(", ", " => ", DEFAULT_ELEMENTS));
    formats.put(BinaryType.BINARY, StringFormat.parse("%B"));
    formats.put(AnyType.ANY, StringFormat.parse("%s"));
    return formats;
  }

  /** A value as {@code String.new} makes it without a format. */
  public static String convert(Object value) {
    return switch (value) {
      case String text -> text;
      case Long number -> number.toString();
      case Boolean bool -> bool.toString();
      default -> convert(value, Default.DEFAULT);
    };
  }

  /**
   * A value in a format.
   *
   * @param value any value
   * @param formats {@code default}, a format, or a map from types to formats
   * @throws EvaluationException with Puppet's message if a format is malformed or does not fit
   */
  public static String convert(Object value, Object formats) {
    PuppetType type = TypeInference.inferSet(value);
    Map<PuppetType, StringFormat> options = DEFAULTS;
    if (formats != Default.DEFAULT) {
      Map<PuppetType, StringFormat> merged = StringFormat.merge(DEFAULTS, byType(type, formats));
      options = merged == null ? DEFAULTS : merged;
    }
    return new ValueFormatter(options).format(type, value, Indentation.NONE);
  }

  private static Map<PuppetType, StringFormat> byType(PuppetType type, Object formats) {
    if (formats instanceof String text) {
      StringFormat format = StringFormat.parse(text);
      if (ArrayType.DEFAULT.isAssignable(type)) {
        return Map.of(ArrayType.DEFAULT, format);
      }
      if (type instanceof ObjectTypeExtension) {
        return Map.of(); // Puppet looks for the format of another type
      }
      return Map.of(HashType.DEFAULT.isAssignable(type) ? HashType.DEFAULT : type, format);
    }
    if (formats instanceof Map<?, ?> map) {
      return validate(map);
    }
    throw new EvaluationException(
        "string conversion expects a Default value or a Hash of type to format mappings, got a '"
            + RubyClassName.of(formats)
            + "'");
  }

  private static Map<PuppetType, StringFormat> validate(Map<?, ?> formats) {
    Map<PuppetType, StringFormat> result = new LinkedHashMap<>();
    formats.forEach((key, value) -> {
      if (!(key instanceof PuppetType type)) {
        throw new EvaluationException(
            "top level keys in the format hash must be data types, got instance of '"
                + RubyClassName.of(key)
                + "'");
      }
      result.put(
          type,
          value instanceof Map<?, ?> container
              ? container(container)
              : StringFormat.parse(value.toString()));
    });
    return result;
  }

  private static StringFormat container(Map<?, ?> spec) {
    if (!List.of("separator", "separator2", "format", "string_formats")
        .containsAll(spec.keySet())) {
      throw new EvaluationException(
          "only 'separator', 'separator2', 'format', 'string_formats' are allowed in a container"
              + " format, got "
              + RubyText.inspect(spec, String::valueOf));
    }
    Object format = spec.get("format");
    return StringFormat.parse(format == null ? "" : format.toString())
        .withContainer(
            text(spec.get("separator")),
            text(spec.get("separator2")),
            spec.get("string_formats") instanceof Map<?, ?> elements ? validate(elements) : null);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }
}
