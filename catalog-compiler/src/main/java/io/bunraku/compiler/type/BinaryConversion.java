// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Binary;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** New sequences of bytes. */
final class BinaryConversion {

  private static final PuppetType BYTE = alias("ByteInteger", IntegerType.of(0, 255));
  private static final PuppetType FORMAT =
      alias("Base64Format", EnumType.of("%b", "%u", "%B", "%s", "%r"));
  private static final PuppetType STRING_HASH =
      alias(
          "StringHash",
          new StructType(
              List.of(
                  StructElement.of("value", StringType.DEFAULT),
                  StructElement.of("format", new OptionalType(FORMAT)))));
  private static final PuppetType ARRAY_HASH =
      alias("ArrayHash", new StructType(List.of(StructElement.of("value", ArrayType.of(BYTE)))));

  static final Conversion BINARY =
      new Conversion.Builder("new_Binary")
          .way(
              Conversion.takes(1, "str", StringType.DEFAULT, "format", FORMAT),
              a -> ofString(a.get(0).toString(), Conversion.argument(a, 1)))
          .way(
              Conversion.takes(1, "byte_array", ArrayType.of(BYTE)),
              a -> ofList((List<?>) a.get(0)))
          .way(
              Conversion.takes(
                  1,
                  "hash_args",
                  alias("BinaryArgsHash", new VariantType(List.of(STRING_HASH, ARRAY_HASH)))),
              a -> ofHash((Map<?, ?>) a.get(0)))
          .build();

  private BinaryConversion() {}

  private static PuppetType alias(String name, PuppetType type) {
    return new TypeAliasType(name, () -> type, new Object());
  }

  private static Binary ofHash(Map<?, ?> hash) {
    return hash.get("value") instanceof List<?> list
        ? ofList(list)
        : ofString(String.valueOf(hash.get("value")), hash.get("format"));
  }

  private static Binary ofList(List<?> list) {
    byte[] bytes = new byte[list.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = list.get(i) instanceof Long n ? n.byteValue() : 0;
    }
    return new Binary(bytes);
  }

  private static Binary ofString(String text, @Nullable Object format) {
    return switch (format instanceof String f ? f : "%B") {
      case "%s", "%r" -> new Binary(text.getBytes(StandardCharsets.UTF_8));
      case "%b" -> Binary.ofLenientBase64(text);
      case "%u" ->
          new Binary(strict(padded(text.replace('-', '+').replace('_', '/')), Base64.getDecoder()));
      default -> new Binary(strict(text, Base64.getDecoder()));
    };
  }

  private static String padded(String text) {
    return text.endsWith("=") ? text : text + "=".repeat((4 - text.length() % 4) % 4);
  }

  private static byte[] strict(String text, Base64.Decoder decoder) {
    if (text.length() % 4 != 0) {
      throw new EvaluationException("invalid base64");
    }
    try {
      return decoder.decode(text);
    } catch (IllegalArgumentException e) {
      throw new EvaluationException("invalid base64");
    }
  }
}
