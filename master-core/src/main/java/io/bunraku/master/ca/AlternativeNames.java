// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Subject alternative names, written {@code DNS:name} and {@code IP:address} as Puppet does. */
final class AlternativeNames {

  private static final String DNS = "DNS:";
  private static final String IP = "IP:";

  private AlternativeNames() {}

  /** One name as text. */
  static String text(GeneralName name) {
    if (name.getTagNo() == GeneralName.iPAddress) {
      try {
        byte[] address = ASN1OctetString.getInstance(name.getName()).getOctets();
        return IP + InetAddress.getByAddress(address).getHostAddress();
      } catch (UnknownHostException e) {
        return IP + name.getName();
      }
    }
    return DNS + name.getName();
  }

  /**
   * The names of a certificate: its subject first, then what was asked for.
   *
   * @param subject common name
   * @param names {@code DNS:}, {@code IP:} or bare names, which are DNS names
   */
  static GeneralNames of(String subject, List<String> names) {
    Set<String> all = new LinkedHashSet<>();
    all.add(DNS + subject);
    names.forEach(name -> all.add(name.startsWith(DNS) || name.startsWith(IP) ? name : DNS + name));
    List<GeneralName> result = new ArrayList<>();
    for (String name : all) {
      result.add(
          name.startsWith(IP)
              ? new GeneralName(GeneralName.iPAddress, name.substring(IP.length()))
              : new GeneralName(GeneralName.dNSName, name.substring(DNS.length())));
    }
    return new GeneralNames(result.toArray(GeneralName[]::new));
  }
}
