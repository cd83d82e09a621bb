// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import io.bunraku.storeconfig.model.CertificateRequest;
import io.bunraku.storeconfig.model.IssuedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** Reads what the store has into what the API shows. */
final class CertificateStatuses {

  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private CertificateStatuses() {}

  static CertificateStatus of(CertificateRequest waiting) {
    try {
      PKCS10CertificationRequest request = Pem.request(waiting.pem());
      Map<String, String> authorization = new LinkedHashMap<>();
      for (Extension extension : CsrPolicy.extensions(request)) {
        String oid = extension.getExtnId().getId();
        if (PuppetOids.isBelow(oid, PuppetOids.AUTHORIZATION)) {
          authorization.put(
              PuppetOids.shortNames().getOrDefault(oid, oid),
              extension.getParsedValue().toString());
        }
      }
      return new CertificateStatus(
          waiting.node().value(),
          CertificateStatus.State.REQUESTED,
          CsrPolicy.alternativeNames(request).stream().map(AlternativeNames::text).toList(),
          authorization,
          Fingerprints.of(request.getEncoded()),
          null,
          null,
          null);
    } catch (CaException e) {
      throw new IllegalStateException("A stored request cannot be read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CertificateStatus of(IssuedCertificate issued, boolean revoked) {
    try {
      X509Certificate certificate = Pem.certificate(issued.pem());
      Map<String, String> authorization = HostExtensions.authorization(certificate);
      return new CertificateStatus(
          issued.node().value(),
          revoked ? CertificateStatus.State.REVOKED : CertificateStatus.State.SIGNED,
          names(certificate),
          authorization,
          Fingerprints.of(certificate.getEncoded()),
          certificate.getSerialNumber(),
          certificate.getNotBefore().toInstant(),
          certificate.getNotAfter().toInstant());
    } catch (CaException | GeneralSecurityException e) {
      throw new IllegalStateException("A stored certificate cannot be read", e);
    }
  }

  private static List<String> names(X509Certificate certificate)
      throws CertificateParsingException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    if (names == null) {
      return List.of();
    }
    return names.stream().map(CertificateStatuses::text).toList();
  }

  private static String text(List<?> name) {
    return switch ((Integer) name.getFirst()) {
      case DNS_NAME -> "DNS:" + name.getLast();
      case IP_ADDRESS -> "IP:" + name.getLast();
      default -> String.valueOf(name.getLast());
    };
  }
}
