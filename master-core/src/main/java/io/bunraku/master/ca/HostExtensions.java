// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/** Extensions of a host's certificate, and what is read from them. */
public final class HostExtensions {

  private HostExtensions() {}

  /** The common name of a certificate's subject; empty if it has none. */
  public static String commonName(X509Certificate certificate) {
    RDN[] names = holder(certificate).getSubject().getRDNs(BCStyle.CN);
    return names.length == 0 ? "" : IETFUtils.valueToString(names[0].getFirst().getValue());
  }

  /**
   * The extensions of Puppet's arcs, as {@code $trusted['extensions']} shows them.
   *
   * @return short name, or identifier where there is none, to value
   */
  public static Map<String, String> trusted(X509Certificate certificate) {
    Map<String, String> trusted = new LinkedHashMap<>();
    for (Extension extension : puppetExtensions(certificate)) {
      String oid = extension.getExtnId().getId();
      trusted.put(PuppetOids.shortNames().getOrDefault(oid, oid), value(extension));
    }
    return trusted;
  }

  /** Those of {@link #trusted} that authorise. */
  static Map<String, String> authorization(X509Certificate certificate) {
    Map<String, String> authorization = new LinkedHashMap<>();
    for (Extension extension : puppetExtensions(certificate)) {
      String oid = extension.getExtnId().getId();
      if (PuppetOids.isBelow(oid, PuppetOids.AUTHORIZATION)) {
        authorization.put(PuppetOids.shortNames().getOrDefault(oid, oid), value(extension));
      }
    }
    return authorization;
  }

  static Extension alternativeNames(GeneralNames names) {
    try {
      return Extension.create(Extension.subjectAlternativeName, false, names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Extension text(String oid, String value) {
    try {
      return Extension.create(new ASN1ObjectIdentifier(oid), false, new DERUTF8String(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a renewed certificate has of the one before: Puppet's extensions and the names. */
  static List<Extension> carriedOver(X509Certificate certificate) {
    List<Extension> extensions = new ArrayList<>(puppetExtensions(certificate));
    Extension names = holder(certificate).getExtension(Extension.subjectAlternativeName);
    if (names != null) {
      extensions.add(names);
    }
    return extensions;
  }

  private static List<Extension> puppetExtensions(X509Certificate certificate) {
    JcaX509CertificateHolder holder = holder(certificate);
    List<Extension> extensions = new ArrayList<>();
    for (Object oid : holder.getExtensionOIDs()) {
      if (oid instanceof ASN1ObjectIdentifier id && PuppetOids.isTrusted(id.getId())) {
        extensions.add(holder.getExtension(id));
      }
    }
    return extensions;
  }

  private static String value(Extension extension) {
    byte[] octets = extension.getExtnValue().getOctets();
    try {
      ASN1Primitive value = ASN1Primitive.fromByteArray(octets);
      return value instanceof ASN1String text ? text.getString() : value.toString();
    } catch (IOException e) { // older agents sent the bare text
      return new String(octets, StandardCharsets.UTF_8);
    }
  }

  private static JcaX509CertificateHolder holder(X509Certificate certificate) {
    try {
      return new JcaX509CertificateHolder(certificate);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate does not encode", e);
    }
  }
}
