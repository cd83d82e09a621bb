// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Uri;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parameters of the type of URIs. */
final class UriParameters {

  private static final PuppetType TEXT =
      new OptionalType(
          VariantType.of(
              StringType.NON_EMPTY,
              RegexpType.DEFAULT,
              new TypeType(PatternType.DEFAULT),
              new TypeType(EnumType.DEFAULT),
              new TypeType(NotUndefType.DEFAULT),
              new TypeType(UndefType.UNDEF)));

  private static final PuppetType PORT =
      new OptionalType(
          VariantType.of(
              IntegerType.POSITIVE,
              new TypeType(NotUndefType.DEFAULT),
              new TypeType(UndefType.UNDEF)));

  /** What the type can be given. */
  static final PuppetType TYPE =
      VariantType.of(
          StringType.NON_EMPTY,
          new StructType(
              List.of(
                  StructElement.optional("scheme", TEXT),
                  StructElement.optional("userinfo", TEXT),
                  StructElement.optional("host", TEXT),
                  StructElement.optional("port", PORT),
                  StructElement.optional("path", TEXT),
                  StructElement.optional("query", TEXT),
                  StructElement.optional("fragment", TEXT),
                  StructElement.optional("opaque", TEXT))));

  private UriParameters() {}

  static UriType read(Object parameter) {
    return switch (parameter) {
      case String text -> fromUri(Uri.parse(text));
      case Uri uri -> fromUri(uri);
      case Map<?, ?> map when !map.isEmpty() -> {
        Map<String, Object> parameters = new LinkedHashMap<>();
        map.forEach((k, v) -> parameters.put(String.valueOf(k), v));
        yield new UriType(parameters);
      }
      default -> UriType.DEFAULT;
    };
  }

  private static UriType fromUri(Uri uri) {
    Map<String, Object> parts = new LinkedHashMap<>();
    put(parts, uri, "scheme", true);
    put(parts, uri, "userinfo", false);
    put(parts, uri, "host", true);
    Object port = uri.member("port");
    Object scheme = parts.get("scheme");
    boolean usual =
        (Long.valueOf(80).equals(port) && "http".equals(scheme))
            || (Long.valueOf(443).equals(port) && "https".equals(scheme));
    if (port != null && !usual) {
      parts.put("port", port.toString());
    }
    put(parts, uri, "path", false);
    put(parts, uri, "query", false);
    put(parts, uri, "fragment", false);
    put(parts, uri, "opaque", false);
    return parts.isEmpty() ? UriType.DEFAULT : new UriType(parts);
  }

  private static void put(Map<String, Object> parts, Uri uri, String name, boolean lower) {
    if (uri.member(name) instanceof String text && !text.isEmpty()) {
      parts.put(name, lower ? text.toLowerCase(Locale.ROOT) : text);
    }
  }
}
