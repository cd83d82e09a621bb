// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import io.bunraku.storeconfig.CaStore;
import io.bunraku.storeconfig.model.Crl;
import io.bunraku.storeconfig.model.Revocation;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is revoked, and the list that tells agents of it. The union of revocations in the store is
 * the truth; the list is published from it by any master.
 */
final class Revocations {

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration RENEW_BEFORE_END = Duration.ofDays(30);
  private static final int KEY_COMPROMISE = 1;

  private final CaStore store;
  private final Authorities authorities;
  private final CaSettings settings;
  private final Clock clock;
  private volatile @Nullable Seen seen;

  private record Seen(Instant at, Set<BigInteger> serials) {}

  Revocations(CaStore store, Authorities authorities, CaSettings settings, Clock clock) {
    this.store = store;
    this.authorities = authorities;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether a serial is revoked, as the store said at most a second ago, or before it went. */
  boolean contains(BigInteger serial) {
    Instant now = clock.instant();
    Seen last = seen;
    if (last == null || now.isAfter(last.at().plus(FRESH)) || now.isBefore(last.at())) {
      last = new Seen(now, serials(last));
      seen = last;
    }
    return last.serials().contains(serial);
  }

  /** While the store is away the last list counts, as a CRL on a disk would. */
  private Set<BigInteger> serials(@Nullable Seen last) {
    try {
      return Set.copyOf(store.revocations().keySet());
    } catch (StoreUnavailableException e) {
      if (last == null) {
        throw e;
      }
      return last.serials();
    }
  }

  /** Revokes for ever, then publishes a list that says so. */
  void revoke(Collection<BigInteger> serials) throws CaException {
    long now = clock.millis();
    List<Revocation> revocations =
        serials.stream().map(serial -> new Revocation(serial, now, KEY_COMPROMISE)).toList();
    store.revoke(revocations);
    seen = null;
    publish();
  }

  /** The list and its chain in PEM; signed anew when it misses a revocation or ends soon. */
  String list() throws CaException {
    Crl current = store.crl().orElse(null);
    if (current == null || isOutdated(Pem.crls(current.pem()).getFirst())) {
      publish();
    }
    return store.crl().map(Crl::pem).orElse("");
  }

  private boolean isOutdated(X509CRL list) {
    Instant renewAt = list.getNextUpdate().toInstant().minus(RENEW_BEFORE_END);
    return clock.instant().isAfter(renewAt) || entries(list) < store.revocations().size();
  }

  private static int entries(X509CRL list) {
    Set<?> entries = list.getRevokedCertificates();
    return entries == null ? 0 : entries.size();
  }

  private void publish() throws CaException {
    Authorities.Opened authority = authorities.open();
    boolean published = false;
    while (!published) { // another master may publish at the same time: then from what it wrote
      Crl current = store.crl().orElse(new Crl(0, ""));
      long number = current.number() + 1;
      published = store.publish(new Crl(number, sign(authority, number) + chain(current)));
    }
  }

  private String sign(Authorities.Opened authority, long number) {
    Map<BigInteger, Instant> revoked = new TreeMap<>();
    store
        .revocations()
        .forEach((serial, r) -> revoked.put(serial, Instant.ofEpochMilli(r.revoked())));
    X509Certificate issuer = authority.signing();
    return Pem.of(
        RevocationList.sign(
            issuer,
            authority.key(),
            revoked,
            BigInteger.valueOf(number),
            clock.instant(),
            settings.crlTtl()));
  }

  /** The lists of the CAs above ours, which we pass on as they are. */
  private static String chain(Crl current) throws CaException {
    List<X509CRL> lists = Pem.crls(current.pem());
    StringBuilder chain = new StringBuilder();
    lists.stream().skip(1).map(Pem::of).forEach(chain::append);
    return chain.toString();
  }
}
