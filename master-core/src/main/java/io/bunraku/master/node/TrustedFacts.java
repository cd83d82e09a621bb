// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import io.bunraku.compiler.value.Undef;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code $trusted} shows: what the certificate says, which no fact can forge. */
public final class TrustedFacts {

  private TrustedFacts() {}

  /**
   * A node that has shown a certificate.
   *
   * @param certname the certificate's name
   * @param extensions short name or OID to text
   */
  public static Map<String, Object> remote(String certname, Map<String, String> extensions) {
    return of("remote", certname, extensions);
  }

  /** A node that somebody at this machine compiles for. */
  public static Map<String, Object> local(String certname) {
    return of("local", certname, Map.of());
  }

  /** A request without a certificate. */
  public static Map<String, Object> unauthenticated() {
    return of(false, null, Map.of());
  }

  private static Map<String, Object> of(
      Object authenticated, @Nullable String certname, Map<String, String> extensions) {
    int dot = certname == null ? -1 : certname.indexOf('.');
    Map<String, Object> trusted = new LinkedHashMap<>();
    trusted.put("authenticated", authenticated);
    trusted.put("certname", orUndef(certname));
    trusted.put("extensions", new LinkedHashMap<Object, Object>(extensions));
    trusted.put(
        "hostname", orUndef(certname == null || dot < 0 ? certname : certname.substring(0, dot)));
    trusted.put(
        "domain", orUndef(certname == null || dot < 0 ? null : certname.substring(dot + 1)));
    trusted.put("external", Map.of());
    return trusted;
  }

  private static Object orUndef(@Nullable String text) {
    return text == null ? Undef.UNDEF : text;
  }
}
