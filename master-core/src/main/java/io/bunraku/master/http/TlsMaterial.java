// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What TLS needs, as it is now. Asked again at each handshake, so that a renewed certificate or a
 * newer CRL counts at once; implementations answer from memory.
 */
public interface TlsMaterial {

  /** This master's private key. */
  PrivateKey privateKey();

  /** This master's certificate, then the CAs between it and the root; never empty. */
  List<X509Certificate> certificateChain();

  /** The certificates of all CAs that we trust; never empty. */
  List<X509Certificate> caBundle();

  /** The newest CRL of each CA. A new list whenever one changes, the same list while none does. */
  List<X509CRL> revocationLists();
}
