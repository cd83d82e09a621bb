// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.security.cert.CertificateException;

/** A certificate that its CA has revoked. */
final class RevokedException extends CertificateException {
  RevokedException(String subject) {
    super("The certificate of " + subject + " is revoked");
  }
}
