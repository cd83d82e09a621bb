// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * How certificates are made. Serials are random numbers of 128 bits, so that masters need no shared
 * counter (RFC 5280 section 4.1.2.2 allows up to 20 octets).
 */
final class CertificateProfile {

  private static final ASN1ObjectIdentifier NETSCAPE_COMMENT =
      new ASN1ObjectIdentifier("2.16.840.1.113730.1.13");
  private static final String COMMENT = "Puppet Server Internal Certificate";
  private static final Duration BACKDATED = Duration.ofDays(1); // clocks of agents lag
  private static final int SERIAL_BITS = 127;

  private final Clock clock;
  private final SecureRandom random;

  CertificateProfile(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /** Makes a certificate that signs itself. */
  X509Certificate root(String name, PublicKey key, PrivateKey signer, Duration validity) {
    X509v3CertificateBuilder builder = builder(subject(name), name, key, validity);
    return sign(addAuthority(builder, key, key), signer);
  }

  /** Makes the certificate of a CA below another. */
  X509Certificate intermediate(
      String name, PublicKey key, X509Certificate issuer, PrivateKey signer, Duration validity) {
    X509v3CertificateBuilder builder = builder(issuerName(issuer), name, key, validity);
    return sign(addAuthority(builder, key, issuer.getPublicKey()), signer);
  }

  /**
   * Makes the certificate of a host.
   *
   * @param name common name
   * @param key the host's key
   * @param extensions what was asked for and permitted, alternative names included
   */
  X509Certificate host(
      String name,
      PublicKey key,
      List<Extension> extensions,
      X509Certificate issuer,
      PrivateKey signer,
      Duration validity) {
    X509v3CertificateBuilder builder = builder(issuerName(issuer), name, key, validity);
    try {
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      builder.addExtension(NETSCAPE_COMMENT, false, new DERIA5String(COMMENT));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          ids.createAuthorityKeyIdentifier(issuer.getPublicKey()));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(
          Extension.extendedKeyUsage,
          true,
          new ExtendedKeyUsage(
              new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(KeyUsage.keyEncipherment | KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
      for (Extension extension : extensions) {
        builder.addExtension(extension);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("An extension does not encode", e);
    }
    return sign(builder, signer);
  }

  private X509v3CertificateBuilder builder(
      X500Name issuer, String name, PublicKey key, Duration validity) {
    Instant now = clock.instant();
    return new JcaX509v3CertificateBuilder(
        issuer,
        serial(),
        Date.from(now.minus(BACKDATED)),
        Date.from(now.plus(validity)),
        subject(name),
        key);
  }

  private BigInteger serial() {
    return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS); // never zero, always positive
  }

  private static X509v3CertificateBuilder addAuthority(
      X509v3CertificateBuilder builder, PublicKey key, PublicKey issuerKey) {
    try {
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      builder.addExtension(
          Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(issuerKey));
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key));
      return builder;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("An extension does not encode", e);
    }
  }

  static ContentSigner signer(PrivateKey key) {
    String algorithm = key.getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    try {
      return new JcaContentSignerBuilder(algorithm).build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("The key of the CA cannot sign", e);
    }
  }

  static X500Name subject(String commonName) {
    return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName).build();
  }

  static X500Name issuerName(X509Certificate issuer) {
    try {
      return new JcaX509CertificateHolder(issuer).getSubject(); // byte for byte, for path building
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate does not encode", e);
    }
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key) {
    try {
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer(key)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A signed certificate cannot be read", e);
    }
  }
}
