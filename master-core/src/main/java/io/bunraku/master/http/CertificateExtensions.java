// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.master.ca.PuppetOids;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puppet's extensions of a certificate: OID to text. */
final class CertificateExtensions {

  private CertificateExtensions() {}

  static Map<String, String> of(X509Certificate certificate) {
    Set<String> oids = certificate.getNonCriticalExtensionOIDs();
    if (oids == null) {
      return Map.of();
    }
    Map<String, String> extensions = new TreeMap<>();
    for (String oid : oids) {
      if (PuppetOids.isTrusted(oid)) {
        byte[] outer = certificate.getExtensionValue(oid);
        extensions.put(oid, text(outer));
      }
    }
    return extensions;
  }

  /** An octet string around a string, or around plain bytes as old CAs wrote. */
  private static String text(byte @Nullable [] outer) {
    byte[] inner = outer == null ? null : content(outer);
    if (inner == null) {
      return "";
    }
    byte[] value = inner.length > 1 && isString(inner[0]) ? content(inner) : null;
    return new String(value == null ? inner : value, StandardCharsets.UTF_8);
  }

  /** UTF8String, PrintableString, T61String, IA5String, VisibleString. */
  private static boolean isString(byte tag) {
    return tag == 0x0c || tag == 0x13 || tag == 0x14 || tag == 0x16 || tag == 0x1a;
  }

  /** The content of a DER element that fills its array, or null when it does not. */
  private static byte @Nullable [] content(byte[] der) {
    if (der.length < 2) {
      return null;
    }
    int length = der[1] & 0xff;
    int start = 2;
    if (length > 0x80) {
      int bytes = length & 0x7f;
      if (bytes > 3 || der.length < 2 + bytes) {
        return null;
      }
      length = 0;
      for (int i = 0; i < bytes; i++) {
        length = (length << 8) | (der[2 + i] & 0xff);
      }
      start = 2 + bytes;
    }
    return start + length == der.length
        ? java.util.Arrays.copyOfRange(der, start, der.length)
        : null;
  }
}
