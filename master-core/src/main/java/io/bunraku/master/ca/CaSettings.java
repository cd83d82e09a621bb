// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.time.Duration;

/**
 * How the CA behaves.
 *
 * @param name common name of a CA that has yet to be made
 * @param ttl how long certificates live; puppetserver's {@code ca_ttl}, five years by default
 * @param crlTtl how long a revocation list stays valid; it is signed anew long before
 * @param keyLength bits of RSA keys that we make
 * @param policy what requests may ask for
 * @param autosigner which requests are signed at once
 */
public record CaSettings(
    String name,
    Duration ttl,
    Duration crlTtl,
    int keyLength,
    CsrPolicy policy,
    Autosigner autosigner) {

  private static final int YEARS = 5;
  private static final int DAYS_A_YEAR = 365;
  private static final int KEY_LENGTH = 4096;

  /** Puppet's defaults for a master of that name. */
  public static CaSettings defaults(String certname) {
    Duration ttl = Duration.ofDays((long) YEARS * DAYS_A_YEAR);
    return new CaSettings(
        "Puppet CA: " + certname,
        ttl,
        ttl,
        KEY_LENGTH,
        new CsrPolicy(false, false),
        new Autosigner.Never());
  }

  /** The same with another autosigner. */
  public CaSettings withAutosigner(Autosigner other) {
    return new CaSettings(name, ttl, crlTtl, keyLength, policy, other);
  }
}
