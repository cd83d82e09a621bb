// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What TLS needs, as it is now. Asked again at each handshake, so that a renewed certificate counts
 * at once; implementations answer from memory.
 */
public interface TlsMaterial {

  /** This master's private key. */
  PrivateKey privateKey();

  /** This master's certificate, then the CAs between it and the root; never empty. */
  List<X509Certificate> certificateChain();

  /** Who decides on the certificates that clients show, revoked ones included. */
  X509ExtendedTrustManager clientTrust();

  /** Whether our CA has revoked a certificate: also asked for connections that live. */
  boolean isRevoked(X509Certificate certificate);
}
