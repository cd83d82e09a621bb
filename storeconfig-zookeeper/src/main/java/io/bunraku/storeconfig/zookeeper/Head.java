// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Token;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The data of a document's znode. Its bytes are in the one child, which is named after the life of
 * the document: a document that is deleted and made again has another child, so that a transaction
 * that names the child of an old token fails, though the new znode counts its versions from zero
 * again.
 *
 * @param life random, from creation to deletion
 * @param attributes what a scan of heads shows
 */
record Head(String life, Map<String, String> attributes) {

  /**
   * What a token says.
   *
   * @param life see above
   * @param version of the document's znode
   */
  record Seen(String life, int version) {
    static Seen of(Token token) {
      int colon = token.value().indexOf(':');
      return new Seen(
          token.value().substring(0, colon), Integer.parseInt(token.value().substring(colon + 1)));
    }
  }

  static String newLife() {
    return UUID.randomUUID().toString();
  }

  Token token(int version) {
    return new Token(life + ":" + version);
  }

  /** Lines: the life, then names and values by turns, none of which contains a line feed. */
  byte[] encode() {
    StringBuilder text = new StringBuilder(life).append('\n');
    attributes.forEach((n, v) -> text.append(n).append('\n').append(v).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  static Head decode(String znode, Bytes data) {
    String[] lines = data.text().split("\n", -1);
    if (lines.length % 2 != 0 || lines[0].isEmpty()) {
      throw new StoreException("store zookeeper: " + znode + " is no document of this program");
    }
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 1; i + 1 < lines.length; i += 2) {
      attributes.put(lines[i], lines[i + 1]);
    }
    return new Head(lines[0], attributes);
  }
}
