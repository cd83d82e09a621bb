// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.security.cert.X509Certificate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name the certificate's CN, or null when nobody was authenticated
 * @param extensions Puppet's certificate extensions, OID to text
 * @param certificate the certificate, or null when a balancer told only the name
 * @param address the peer's address, for the logs
 */
public record ClientIdentity(
    @Nullable String name,
    Map<String, String> extensions,
    @Nullable X509Certificate certificate,
    String address) {

  public ClientIdentity {
    extensions = Map.copyOf(extensions);
  }

  /** Nobody in particular. */
  static ClientIdentity anonymous(String address) {
    return new ClientIdentity(null, Map.of(), null, address);
  }

  /** Whether a certificate stands behind the name. */
  public boolean authenticated() {
    return name != null;
  }

  /** Name and address as logs show them. */
  String display() {
    return name == null ? address : name + "(" + address + ")";
  }
}
