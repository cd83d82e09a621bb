// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters of a query string or a form; a name may come several times. */
final class Params {

  /** Names that Puppet takes from the connection and never from a client. */
  private static final Set<String> DISALLOWED = Set.of("node", "ip");

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  /** Adds what an urlencoded text says: {@code a=b&c=d}. */
  Params add(@Nullable String encoded) {
    if (encoded == null) {
      return this;
    }
    int start = 0;
    while (start < encoded.length()) {
      int end = encoded.indexOf('&', start);
      end = end < 0 ? encoded.length() : end;
      int equals = encoded.indexOf('=', start);
      boolean valued = equals >= 0 && equals < end;
      String name = unescape(encoded.substring(start, valued ? equals : end));
      if (!name.isEmpty() && !DISALLOWED.contains(name)) {
        values
            .computeIfAbsent(name, n -> new ArrayList<>(1))
            .add(valued ? unescape(encoded.substring(equals + 1, end)) : "");
      }
      start = end + 1;
    }
    return this;
  }

  /** The last value of a name, or null: what a Ruby hash of parameters would keep. */
  @Nullable String get(String name) {
    List<String> all = values.get(name);
    return all == null ? null : all.getLast();
  }

  String get(String name, String fallback) {
    String value = get(name);
    return value == null ? fallback : value;
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  boolean isTrue(String name) {
    return "true".equals(get(name));
  }

  /** Undoes percent-encoding; a plus is a space. Malformed escapes stay as they are. */
  static String unescape(String text) {
    if (text.indexOf('%') < 0) {
      return text.indexOf('+') < 0 ? text : text.replace('+', ' ');
    }
    return decode(text, true);
  }

  /** Undoes percent-encoding of a path, where a plus is a plus. */
  static String unescapePath(String text) {
    return text.indexOf('%') < 0 ? text : decode(text, false);
  }

  private static String decode(String text, boolean plus) {
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    byte[] target = new byte[source.length];
    int length = 0;
    for (int i = 0; i < source.length; i++) {
      byte b = source[i];
      if (b == '%' && i + 2 < source.length) {
        int high = Character.digit(source[i + 1], 16);
        int low = Character.digit(source[i + 2], 16);
        if (high >= 0 && low >= 0) {
          b = (byte) ((high << 4) | low);
          i += 2;
        }
      } else if (b == '+' && plus) {
        b = ' ';
      }
      target[length++] = b;
    }
    return new String(target, 0, length, StandardCharsets.UTF_8);
  }
}
