// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the CA knows of a name: a request that waits, or a certificate.
 *
 * @param name the certname
 * @param state requested, signed or revoked
 * @param altNames subject alternative names, as {@code DNS:name}
 * @param authorizationExtensions short name or identifier to value
 * @param fingerprints digest name ({@code SHA1 SHA256 SHA512 default}) to upper-case hex with
 *     colons
 * @param serial of the certificate, or null for a request
 * @param notBefore of the certificate, or null for a request
 * @param notAfter of the certificate, or null for a request
 */
public record CertificateStatus(
    String name,
    State state,
    List<String> altNames,
    Map<String, String> authorizationExtensions,
    Map<String, String> fingerprints,
    @Nullable BigInteger serial,
    @Nullable Instant notBefore,
    @Nullable Instant notAfter) {

  /** States as the API of puppetserver names them, in lower case. */
  public enum State {
    REQUESTED,
    SIGNED,
    REVOKED;

    /** The name in the API. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public CertificateStatus {
    altNames = List.copyOf(altNames);
  }
}
