// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.syntax.SyntaxException;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Uri;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** New booleans, strings, expressions, types, sensitive values and URIs. */
final class ScalarConversion {

  static final Conversion BOOLEAN =
      new Conversion.Builder("new_boolean")
          .way(
              Conversion.takes(
                  1,
                  "from",
                  new VariantType(
                      List.of(
                          IntegerType.DEFAULT,
                          FloatType.DEFAULT,
                          BooleanType.DEFAULT,
                          new EnumType(List.of("false", "true", "yes", "no", "y", "n"), true)))),
              a -> bool(a.get(0)))
          .mismatch(Conversion.takes(1, "from", AnyType.ANY), a -> notBoolean(a.get(0)))
          .build();

  private static final PuppetType FORMAT =
      alias("Format", new PatternType(List.of(RegexpType.ofPattern(StringFormat.PATTERN))));

  private static final PuppetType CONTAINER_FORMAT =
      alias(
          "ContainerFormat",
          new StructType(
              List.of(
                  StructElement.optional("format", FORMAT),
                  StructElement.optional("separator", StringType.DEFAULT),
                  StructElement.optional("separator2", StringType.DEFAULT),
                  StructElement.optional(
                      "string_formats", HashType.of(TypeType.DEFAULT, FORMAT)))));

  private static final PuppetType TYPE_MAP =
      alias(
          "TypeMap",
          HashType.of(TypeType.DEFAULT, new VariantType(List.of(FORMAT, CONTAINER_FORMAT))));

  private static final PuppetType FORMATS =
      alias(
          "Formats", new VariantType(List.of(DefaultType.DEFAULT, StringType.NON_EMPTY, TYPE_MAP)));

  static final Conversion STRING =
      new Conversion.Builder("new_string")
          .way(
              Conversion.takes(
                  1, "from", alias("Convertible", AnyType.ANY), "string_formats", FORMATS),
              a -> StringConverter.convert(a.get(0), a.size() < 2 ? Default.DEFAULT : a.get(1)))
          .build();

  static final Conversion REGEXP =
      new Conversion.Builder("new_float")
          .way(
              Conversion.takes(1, "pattern", StringType.DEFAULT, "escape", BooleanType.DEFAULT),
              a -> regexp(a.get(0).toString(), a.size() > 1 && Boolean.TRUE.equals(a.get(1))))
          .build();

  static final Conversion TYPE =
      new Conversion.Builder("new_type")
          .way(
              Conversion.takes(1, "type_string", StringType.NON_EMPTY),
              a -> parsed(a.get(0).toString()))
          .build();

  private static PuppetType parsed(String text) {
    try {
      return TypeParser.parseBuiltin(text);
    } catch (SyntaxException e) {
      String message = String.valueOf(e.getMessage());
      throw e.line() > 0
          ? EvaluationException.preformatted(message, e.issueCode())
          : new EvaluationException(message);
    }
  }

  static final Conversion SENSITIVE =
      new Conversion.Builder("new_Sensitive")
          .way(Conversion.takes(1, "value", SensitiveType.DEFAULT), a -> a.get(0))
          .way(Conversion.takes(1, "value", AnyType.ANY), a -> new Sensitive(a.get(0)))
          .build();

  static final Conversion URI =
      new Conversion.Builder("new_error")
          .way(
              Conversion.takes(1, "uri", StringType.NON_EMPTY), a -> Uri.parse(a.get(0).toString()))
          .way(Conversion.takes(1, "hash", uriHash()), a -> Uri.of((Map<?, ?>) a.get(0)))
          .build();

  private ScalarConversion() {}

  private static PuppetType alias(String name, PuppetType type) {
    return new TypeAliasType(name, () -> type, new Object());
  }

  private static StructType uriHash() {
    List<StructElement> elements = new ArrayList<>();
    for (String name : List.of("scheme", "userinfo", "host")) {
      elements.add(StructElement.optional(name, StringType.NON_EMPTY));
    }
    elements.add(StructElement.optional("port", IntegerType.POSITIVE));
    for (String name : List.of("path", "query", "fragment", "opaque")) {
      elements.add(StructElement.optional(name, StringType.NON_EMPTY));
    }
    return new StructType(elements);
  }

  private static Object bool(Object from) {
    return switch (from) {
      case Double d -> d != 0.0;
      case Number n -> n.longValue() != 0;
      case Boolean b -> b;
      default -> !List.of("false", "no", "n").contains(from.toString().toLowerCase(Locale.ROOT));
    };
  }

  private static String notBoolean(Object from) {
    return from instanceof String text
        ? "The string '" + text + "' cannot be converted to Boolean"
        : "Value of type " + TypeInference.inferGeneric(from) + " cannot be converted to Boolean";
  }

  private static PuppetRegexp regexp(String pattern, boolean escape) {
    return new PuppetRegexp(escape ? PuppetRegexp.escape(pattern) : pattern).compile();
  }
}
