// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Keys and requests for tests. */
final class Requests {

  private Requests() {}

  static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static PKCS10CertificationRequest of(String name, KeyPair keys) {
    return of(name, keys, List.of(), Map.of());
  }

  static PKCS10CertificationRequest of(
      String name, KeyPair keys, List<String> altNames, Map<String, String> extensions) {
    try {
      ExtensionsGenerator generator = new ExtensionsGenerator();
      if (!altNames.isEmpty()) {
        generator.addExtension(
            Extension.subjectAlternativeName,
            false,
            AlternativeNames.of(altNames.getFirst(), altNames));
      }
      for (var extension : extensions.entrySet()) {
        generator.addExtension(
            new ASN1ObjectIdentifier(extension.getKey()),
            false,
            new DERUTF8String(extension.getValue()));
      }
      var builder =
          new JcaPKCS10CertificationRequestBuilder(
              CertificateProfile.subject(name), keys.getPublic());
      if (!generator.isEmpty()) {
        builder.addAttribute(
            PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, generator.generate());
      }
      return builder.build(CertificateProfile.signer(keys.getPrivate()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
