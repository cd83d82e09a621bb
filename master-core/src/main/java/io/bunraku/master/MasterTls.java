// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.master.ca.AgentTrust;
import io.bunraku.master.ca.CaException;
import io.bunraku.master.ca.CertificateAuthority;
import io.bunraku.master.ca.HostCertificate;
import io.bunraku.master.http.TlsMaterial;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.X509ExtendedTrustManager;

/** What this master shows at handshakes, and whom it trusts there. */
final class MasterTls implements TlsMaterial {

  private final HostCertificate host;
  private final CertificateAuthority authority;
  private final List<X509Certificate> chain;
  private final AgentTrust trust;

  MasterTls(HostCertificate host, CertificateAuthority authority) throws CaException {
    this.host = host;
    this.authority = authority;
    List<X509Certificate> authorities = authority.authorities();
    List<X509Certificate> shown = new ArrayList<>();
    shown.add(host.certificate());
    shown.addAll(authorities);
    this.chain = List.copyOf(shown);
    this.trust = new AgentTrust(authorities, authority::isRevoked);
  }

  @Override
  public PrivateKey privateKey() {
    return host.privateKey();
  }

  @Override
  public List<X509Certificate> certificateChain() {
    return chain;
  }

  @Override
  public X509ExtendedTrustManager clientTrust() {
    return trust;
  }

  @Override
  public boolean isRevoked(X509Certificate certificate) {
    return authority.isRevoked(certificate);
  }
}
