// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Uri;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The parameters of the type of URIs. */
final class UriParameters {

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
