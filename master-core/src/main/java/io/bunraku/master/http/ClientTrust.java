// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the agents of our CAs, as the bundle and the CRLs are now. An expired CRL still counts:
 * forgetting who is revoked, or refusing the whole site, would both be worse.
 */
final class ClientTrust extends X509ExtendedTrustManager {

  private final TlsMaterial material;

  ClientTrust(TlsMaterial material) {
    this.material = material;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    List<X509Certificate> bundle = material.caBundle();
    validate(path(chain, bundle), bundle);
    for (X509Certificate certificate : chain) {
      checkNotRevoked(certificate);
    }
  }

  /** Fails when one of our CAs has revoked a certificate: also asked for connections that live. */
  void checkNotRevoked(X509Certificate certificate) throws RevokedException {
    for (X509CRL crl : material.revocationLists()) {
      if (crl.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
          && crl.getRevokedCertificate(certificate.getSerialNumber()) != null) {
        throw new RevokedException(certificate.getSubjectX500Principal().getName());
      }
    }
  }

  private static void validate(List<X509Certificate> path, List<X509Certificate> bundle)
      throws CertificateException {
    try {
      CertPath certPath = CertificateFactory.getInstance("X.509").generateCertPath(path);
      Set<TrustAnchor> anchors = new HashSet<>();
      for (X509Certificate ca : bundle) {
        anchors.add(new TrustAnchor(ca, null));
      }
      PKIXParameters parameters = new PKIXParameters(anchors);
      parameters.setRevocationEnabled(false);
      CertPathValidator.getInstance("PKIX").validate(certPath, parameters);
    } catch (GeneralSecurityException e) {
      throw new CertificateException(e.getMessage(), e);
    }
  }

  /** What the agent sent up to the first certificate that a CA of ours has signed. */
  private static List<X509Certificate> path(X509Certificate[] chain, List<X509Certificate> bundle) {
    List<X509Certificate> path = new ArrayList<>();
    for (X509Certificate certificate : chain) {
      if (bundle.contains(certificate)) {
        break;
      }
      path.add(certificate);
      if (bundle.stream()
          .anyMatch(
              ca -> ca.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))) {
        break;
      }
    }
    return path;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("This side of TLS is the server");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return material.caBundle().toArray(new X509Certificate[0]);
  }
}
