// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Digests of a certificate or request, as {@code puppet ssl} and {@code puppetserver ca} show. */
final class Fingerprints {

  private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

  private Fingerprints() {}

  static Map<String, String> of(byte[] encoded) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("SHA1", digest("SHA-1", encoded));
    all.put("SHA256", digest("SHA-256", encoded));
    all.put("SHA512", digest("SHA-512", encoded));
    all.put("default", digest("SHA-256", encoded));
    return all;
  }

  private static String digest(String algorithm, byte[] encoded) {
    try {
      return HEX.formatHex(MessageDigest.getInstance(algorithm).digest(encoded));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }
}
