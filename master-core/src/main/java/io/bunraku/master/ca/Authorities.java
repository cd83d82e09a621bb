// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static io.bunraku.master.ca.CaException.Kind.INVALID;

import io.bunraku.storeconfig.CaStore;
import io.bunraku.storeconfig.model.Authority;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Crl;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The CA's own certificates and key. A new CA is a root that signs itself and an intermediate that
 * does the work, as {@code puppetserver ca setup} makes them.
 */
final class Authorities {

  private static final Duration ROOT_TTL = Duration.ofDays(15L * 365);

  private final CaStore store;
  private final CaSettings settings;
  private final Passphrase passphrase;
  private final Clock clock;
  private final SecureRandom random;
  private volatile @Nullable Opened opened;

  /** The CA with its key open; the signing certificate is the first of the chain. */
  record Opened(long generation, List<X509Certificate> chain, PrivateKey key) {

    X509Certificate signing() {
      return chain.getFirst();
    }
  }

  Authorities(
      CaStore store, CaSettings settings, Passphrase passphrase, Clock clock, SecureRandom random) {
    this.store = store;
    this.settings = settings;
    this.passphrase = passphrase;
    this.clock = clock;
    this.random = random;
  }

  boolean exist() {
    return store.authority().isPresent();
  }

  /** The certificates in PEM, without opening the key. */
  String bundle() throws CaException {
    return stored().certificates();
  }

  List<X509Certificate> chain() throws CaException {
    Opened known = opened;
    return known != null ? known.chain() : Pem.certificates(bundle());
  }

  /** Opens the key, once for each generation. */
  Opened open() throws CaException {
    Opened known = opened;
    if (known != null) {
      return known;
    }
    Authority authority = stored();
    Opened read =
        new Opened(
            authority.generation(),
            Pem.certificates(authority.certificates()),
            KeyCipher.decrypt(authority.privateKey().text(), passphrase.read()));
    opened = read;
    return read;
  }

  /** Makes the CA unless there is one; of two masters that do so at once one wins. */
  void establish() throws CaException {
    if (exist()) {
      return;
    }
    String secret = passphrase.readOrCreate(random);
    CompletableFuture<KeyPair> other =
        CompletableFuture.supplyAsync(() -> Keys.rsa(settings.keyLength(), random));
    KeyPair signing = Keys.rsa(settings.keyLength(), random);
    establish(other.join(), signing, secret);
  }

  private void establish(KeyPair root, KeyPair signing, String secret) {
    CertificateProfile profile = new CertificateProfile(clock, random);
    X509Certificate rootCertificate =
        profile.root(settings.name() + " (root)", root.getPublic(), root.getPrivate(), ROOT_TTL);
    X509Certificate certificate =
        profile.intermediate(
            settings.name(), signing.getPublic(), rootCertificate, root.getPrivate(), ROOT_TTL);
    String keys =
        KeyCipher.encrypt(signing.getPrivate(), secret, random)
            + KeyCipher.encrypt(root.getPrivate(), secret, random);
    Authority made =
        new Authority(1, Pem.of(certificate) + Pem.of(rootCertificate), Bytes.utf8(keys));
    if (store.establish(made).equals(made)) {
      store.publish(
          new Crl(
              1, // the root's list never changes: it has signed one certificate only
              firstList(certificate, signing.getPrivate(), settings.crlTtl())
                  + firstList(rootCertificate, root.getPrivate(), ROOT_TTL)));
    }
  }

  private String firstList(X509Certificate issuer, PrivateKey key, Duration ttl) {
    X509CRL list = RevocationList.sign(issuer, key, Map.of(), BigInteger.ONE, clock.instant(), ttl);
    return Pem.of(list);
  }

  private Authority stored() throws CaException {
    return store
        .authority()
        .orElseThrow(
            () -> new CaException(INVALID, "There is no CA yet: run \"bunraku ca setup\""));
  }
}
