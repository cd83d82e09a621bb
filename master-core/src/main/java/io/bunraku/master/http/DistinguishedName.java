// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;

/** The common name in a distinguished name, in the form of RFC 2253 or of OpenSSL. */
final class DistinguishedName {

  private DistinguishedName() {}

  /**
   * The common name.
   *
   * @return null when the text is no name or has no CN
   */
  static @Nullable String commonName(String text) {
    if (text.startsWith("/")) {
      for (String part : text.split("/", -1)) {
        if (part.regionMatches(true, 0, "CN=", 0, 3) && part.length() > 3) {
          return part.substring(3);
        }
      }
      return null;
    }
    try {
      for (Rdn rdn : new LdapName(text).getRdns().reversed()) {
        if (rdn.getType().equalsIgnoreCase("CN")) {
          return rdn.getValue().toString();
        }
      }
    } catch (InvalidNameException e) {
      return null;
    }
    return null;
  }
}
