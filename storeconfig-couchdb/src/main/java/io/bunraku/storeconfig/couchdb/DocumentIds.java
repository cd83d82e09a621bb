// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import java.util.HexFormat;

/**
 * Keys as document ids, readable in Fauxton: {@code facts/web01} is {@code facts:web01}. Colons
 * stand for slashes, since proxies mend an escaped slash in a path. Escaped as {@code %XX} are what
 * CouchDB reserves (an underscore in front), what URLs resolve (a dot in front), colons, percent
 * signs and control characters.
 */
final class DocumentIds {
  /** Ids of this backend's own documents; no id of a key begins so. */
  static final String OWN = "%reports-";

  private DocumentIds() {}

  static String id(Key key) {
    return encode(key.path());
  }

  /** Ids of a prefix begin so, and those only. */
  static String prefix(KeyPrefix prefix) {
    return encode(prefix.path());
  }

  private static String encode(String path) {
    StringBuilder id = new StringBuilder(path.length() + 8);
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean leads = i == 0 && (c == '_' || c == '.');
      if (c == '/') {
        id.append(':');
      } else if (leads || c == ':' || c == '%' || Character.isISOControl(c)) {
        id.append(String.format("%%%02X", (int) c));
      } else {
        id.append(c);
      }
    }
    return id.toString();
  }

  static boolean isKey(String id) {
    return !id.startsWith("_") && !id.startsWith(OWN);
  }

  static Key key(String id) {
    StringBuilder path = new StringBuilder(id.length());
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (c == '%') {
        path.append((char) HexFormat.fromHexDigits(id, i + 1, i + 3));
        i += 2;
      } else {
        path.append(c == ':' ? '/' : c);
      }
    }
    return new Key(path.toString());
  }

  /** In a path of a URL. */
  static String inPath(Key key) {
    return CouchClient.escape(id(key));
  }
}
