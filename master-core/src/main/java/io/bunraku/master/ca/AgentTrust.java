// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the certificates that our CA has signed and not revoked. Revocation is asked at each
 * handshake, of what the store says now: a list on disk would be as old as its last copy.
 */
public final class AgentTrust extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager signatures;
  private final Predicate<X509Certificate> revoked;

  /**
   * Creates the trust.
   *
   * @param authorities the CA's certificates
   * @param revoked whether a certificate is revoked
   */
  public AgentTrust(List<X509Certificate> authorities, Predicate<X509Certificate> revoked) {
    this.signatures = signaturesOf(authorities);
    this.revoked = revoked;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    signatures.checkClientTrusted(chain, type, engine);
    refuseRevoked(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    signatures.checkClientTrusted(chain, type, socket);
    refuseRevoked(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    signatures.checkClientTrusted(chain, type);
    refuseRevoked(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    signatures.checkServerTrusted(chain, type, engine);
    refuseRevoked(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    signatures.checkServerTrusted(chain, type, socket);
    refuseRevoked(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    signatures.checkServerTrusted(chain, type);
    refuseRevoked(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return signatures.getAcceptedIssuers();
  }

  private void refuseRevoked(X509Certificate[] chain) throws CertificateException {
    if (revoked.test(chain[0])) {
      throw new CertificateException(
          "certificate revoked: " + chain[0].getSubjectX500Principal().getName());
    }
  }

  private static X509ExtendedTrustManager signaturesOf(List<X509Certificate> authorities) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (X509Certificate authority : authorities) {
        store.setCertificateEntry(authority.getSerialNumber().toString(), authority);
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager extended) {
          return extended;
        }
      }
      throw new IllegalStateException("This JDK has no PKIX trust manager");
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The CA's certificates cannot be trusted", e);
    }
  }
}
