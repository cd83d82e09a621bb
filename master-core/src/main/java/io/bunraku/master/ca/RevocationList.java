// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** How a certificate revocation list is made (RFC 5280 section 5). */
final class RevocationList {

  private RevocationList() {}

  /**
   * Signs a list.
   *
   * @param revoked serial to the time of its revocation
   * @param number grows with each list that differs
   */
  static X509CRL sign(
      X509Certificate issuer,
      PrivateKey key,
      Map<BigInteger, Instant> revoked,
      BigInteger number,
      Instant now,
      Duration validity) {
    X509v2CRLBuilder builder =
        new X509v2CRLBuilder(CertificateProfile.issuerName(issuer), Date.from(now));
    builder.setNextUpdate(Date.from(now.plus(validity)));
    revoked.forEach(
        (serial, time) -> builder.addCRLEntry(serial, Date.from(time), CRLReason.keyCompromise));
    try {
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
      return new JcaX509CRLConverter().getCRL(builder.build(CertificateProfile.signer(key)));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("A CRL does not encode", e);
    }
  }
}
