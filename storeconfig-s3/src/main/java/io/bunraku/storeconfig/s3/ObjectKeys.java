// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Keys of documents as keys of objects. S3 takes any UTF-8, but clients, proxies and other servers
 * stumble over dots that stand alone, control characters and a good part of ASCII's punctuation:
 * those are escaped with a percent sign. An object below {@code %} is ours and no document.
 */
final class ObjectKeys {
  private static final int LONGEST = 1024;
  private static final String PLAIN = "-_./:@+=,~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private final String prefix;

  ObjectKeys(String prefix) {
    this.prefix = prefix;
  }

  String of(Key key) {
    String object = prefix + escape(key.path());
    int length = object.getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST) {
      throw new StoreException(
          "store s3: the key " + key + " takes " + length + " bytes, S3 allows " + LONGEST);
    }
    return object;
  }

  String of(KeyPrefix below) {
    return prefix + escape(below.path());
  }

  /** A key that no document has. */
  String reserved(String name) {
    return prefix + "%" + name;
  }

  /** The document's key, or null for an object that this program has not made. */
  @Nullable Key parse(String object) {
    try {
      Key key = new Key(unescape(object.substring(prefix.length())));
      return of(key).equals(object) ? key : null;
    } catch (IllegalArgumentException | StoreException e) {
      return null;
    }
  }

  private static String escape(String path) {
    StringBuilder out = new StringBuilder(path.length() + 16);
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c >= 0x80 || isLetterOrDigit(c) || (PLAIN.indexOf(c) >= 0 && !isLoneDot(path, i))) {
        out.append(c);
      } else {
        out.append('%').append(HEX.toHexDigits((byte) c));
      }
    }
    return out.toString();
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  /** Whether a segment of nothing but dots begins here. */
  private static boolean isLoneDot(String path, int at) {
    if (path.charAt(at) != '.' || (at > 0 && path.charAt(at - 1) != '/')) {
      return false;
    }
    int end = at;
    while (end < path.length() && path.charAt(end) == '.') {
      end++;
    }
    return end == path.length() || path.charAt(end) == '/';
  }

  private static String unescape(String escaped) {
    StringBuilder out = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '%') {
        out.append((char) HexFormat.fromHexDigits(escaped, i + 1, i + 3));
        i += 2;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
