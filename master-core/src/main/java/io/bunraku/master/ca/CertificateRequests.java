// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.security.KeyPair;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes certificate requests, as a node does for itself. */
public final class CertificateRequests {

  private CertificateRequests() {}

  /** A request in PEM for a name, signed with the node's own key. */
  public static String of(String certname, KeyPair keys) {
    return Pem.of(
        new JcaPKCS10CertificationRequestBuilder(
                CertificateProfile.subject(certname), keys.getPublic())
            .build(CertificateProfile.signer(keys.getPrivate())));
  }
}
