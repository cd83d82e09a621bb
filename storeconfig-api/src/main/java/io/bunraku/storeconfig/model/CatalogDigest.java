// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Digests a catalog's JSON with each occurrence of its own random UUID cut out, without parsing.
 */
final class CatalogDigest {

  private CatalogDigest() {}

  static String of(EnvironmentName environment, String uuid, Bytes json) {
    MessageDigest sha = Bytes.newSha256();
    sha.update(environment.value().getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    byte[] text = json.array();
    byte[] cut = uuid.getBytes(StandardCharsets.UTF_8);
    int from = 0;
    for (int at = find(text, cut, 0); at >= 0; at = find(text, cut, from)) {
      sha.update(text, from, at - from);
      from = at + cut.length;
    }
    sha.update(text, from, text.length - from);
    return HexFormat.of().formatHex(sha.digest());
  }

  private static int find(byte[] text, byte[] cut, int from) {
    if (cut.length == 0) {
      return -1;
    }
    for (int i = from; i <= text.length - cut.length; i++) {
      if (text[i] == cut[0] && startsAt(text, cut, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsAt(byte[] text, byte[] cut, int at) {
    for (int i = 1; i < cut.length; i++) {
      if (text[at + i] != cut[i]) {
        return false;
      }
    }
    return true;
  }
}
