// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static io.bunraku.master.ca.CaException.Kind.CONFLICT;
import static io.bunraku.master.ca.CaException.Kind.FORBIDDEN;
import static io.bunraku.master.ca.CaException.Kind.INVALID;
import static io.bunraku.master.ca.CaException.Kind.NOT_FOUND;

import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.CaStore;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.model.CertificateRequest;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.IssuedCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate authority. Everything that it keeps is in the store, so that any master can take
 * a request, sign it and revoke it; there is no serial file, no inventory and no leader.
 */
public final class CertificateAuthority {

  private static final Logger LOG = LoggerFactory.getLogger(CertificateAuthority.class);

  private final CaStore store;
  private final CaSettings settings;
  private final Clock clock;
  private Consumer<Certname> cleaned = node -> {};
  private final SecureRandom random;
  private final Authorities authorities;
  private final Revocations revocations;
  private final CertificateProfile profile;

  /**
   * Creates the authority; nothing is read yet.
   *
   * @param store where everything is
   * @param settings how it behaves
   * @param passphrase what opens its key
   * @param clock the time
   */
  public CertificateAuthority(
      CaStore store, CaSettings settings, Passphrase passphrase, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
    this.random = new SecureRandom();
    this.authorities = new Authorities(store, settings, passphrase, clock, random);
    this.revocations = new Revocations(store, authorities, settings, clock);
    this.profile = new CertificateProfile(clock, random);
  }

  /** The authority of a configured master; a name that is cleaned is no active node any more. */
  public static CertificateAuthority of(MasterConfig config, StoreConfigs store, Clock clock) {
    CertificateAuthority authority = of(config, store.ca(), clock);
    authority.cleaned = store.nodes()::deactivate;
    return authority;
  }

  private static CertificateAuthority of(MasterConfig config, CaStore store, Clock clock) {
    return new CertificateAuthority(
        store,
        CaSettings.defaults(config.certname()).withAutosigner(Autosigner.of(config.autosign())),
        Passphrase.in(config.vardir()),
        clock);
  }

  /** Whether the CA has been made. */
  public boolean isEstablished() {
    return authorities.exist();
  }

  /** Makes the CA unless there is one: keys, certificates and a first revocation list. */
  public void establish() throws CaException {
    authorities.establish();
  }

  /** The CA's certificates in PEM, the signing one first. */
  public String bundle() throws CaException {
    return authorities.bundle();
  }

  /** The CA's certificates, the signing one first. */
  public List<X509Certificate> authorities() throws CaException {
    return authorities.chain();
  }

  /** The revocation lists in PEM, ours first. */
  public String revocationList() throws CaException {
    return revocations.list();
  }

  /** Whether a certificate of ours is revoked, as the store said at most a second ago. */
  public boolean isRevoked(X509Certificate certificate) {
    return revocations.contains(certificate.getSerialNumber());
  }

  /** The current certificate of a name in PEM. */
  public Optional<String> certificate(String name) {
    return certname(name).flatMap(store::certificate).map(IssuedCertificate::pem);
  }

  /** The request that waits for a name, in PEM. */
  public Optional<String> request(String name) {
    return certname(name).flatMap(store::request).map(CertificateRequest::pem);
  }

  /**
   * Takes a request, and signs it at once when autosign says so.
   *
   * @param name the name that the request was sent for
   * @param pem the request
   * @throws CaException if the name is taken or the request is not acceptable
   */
  public void submit(String name, String pem) throws CaException {
    PKCS10CertificationRequest request = Pem.request(pem);
    refuseDuplicate(CsrPolicy.commonName(request));
    settings.policy().checkSubmission(name, request);
    CertificateRequest mine =
        new CertificateRequest(new Certname(name), Pem.of(request), clock.millis());
    if (!store.submit(mine).equals(mine)) {
      throw duplicate(name, "requested");
    }
    if (settings.autosigner().accepts(name, mine.pem())) {
      sign(name, null);
    }
  }

  /**
   * Signs the request that waits for a name.
   *
   * @param ttl how long the certificate lives, or null for the setting
   * @throws CaException if no request waits or the policy refuses it; a refused request keeps
   *     waiting
   */
  public void sign(String name, @Nullable Duration ttl) throws CaException {
    CertificateRequest waiting =
        certname(name)
            .flatMap(store::request)
            .orElseThrow(() ->
                new CaException(
                    CONFLICT,
                    "Cannot sign certificate for host %s without a certificate request"
                        .formatted(name)));
    PKCS10CertificationRequest request = Pem.request(waiting.pem());
    settings.policy().checkSigning(request);
    X509Certificate certificate =
        issue(
            name,
            CsrPolicy.publicKey(request),
            extensions(name, request),
            ttl == null ? settings.ttl() : ttl);
    if (!store.issue(issued(name, certificate)).serial().equals(certificate.getSerialNumber())) {
      throw duplicate(name, "signed");
    }
    LOG.info("Signed certificate request for {}", name);
  }

  /** Removes the request that waits for a name; false if none did. */
  public boolean reject(String name) {
    return certname(name).map(store::removeRequest).orElse(false);
  }

  /**
   * Revokes all certificates of a name, for ever. They stay listed.
   *
   * @throws CaException if the name has none
   */
  public void revoke(String name) throws CaException {
    List<IssuedCertificate> all = certname(name).map(store::issuedTo).orElse(List.of());
    if (all.isEmpty()) {
      throw new CaException(
          CONFLICT,
          "Cannot revoke certificate for host %s without a signed certificate".formatted(name));
    }
    revocations.revoke(all.stream().map(IssuedCertificate::serial).toList());
    LOG.info("Revoked {} certificate(s) of {}", all.size(), name);
  }

  /**
   * Revokes what a name has and forgets it, so that a new machine of that name can ask again.
   *
   * @throws CaException if there is nothing of that name
   */
  public void clean(String name) throws CaException {
    Certname node =
        certname(name)
            .orElseThrow(() -> new CaException(NOT_FOUND, "Invalid certificate subject."));
    List<IssuedCertificate> all = store.issuedTo(node);
    if (all.isEmpty() && store.request(node).isEmpty()) {
      throw new CaException(NOT_FOUND, "Could not find files for " + name);
    }
    revocations.revoke(all.stream().map(IssuedCertificate::serial).toList());
    cleaned.accept(node);
    store.clean(node);
  }

  /** Cleans a name if anything is known of it. */
  public void forget(String name) throws CaException {
    if (status(name).isPresent()) {
      clean(name);
    }
  }

  /** A key and its certificate, both in PEM. */
  public record Generated(String privateKey, String certificate) {}

  /**
   * Makes a key and signs a certificate for it.
   *
   * @param altNames further names, {@code DNS:} or {@code IP:} or bare
   * @param administers whether the bearer may administer the CA, as a master may
   */
  public Generated generate(String name, List<String> altNames, boolean administers)
      throws CaException {
    if (!SubjectRule.isValid(name)) {
      throw new CaException(INVALID, "Subject hostname format is invalid");
    }
    refuseDuplicate(name);
    KeyPair keys = Keys.rsa(settings.keyLength(), random);
    List<Extension> extensions = new ArrayList<>();
    extensions.add(HostExtensions.alternativeNames(AlternativeNames.of(name, altNames)));
    if (administers) {
      extensions.add(HostExtensions.text(PuppetOids.CLI_AUTH, "true"));
    }
    X509Certificate certificate = issue(name, keys.getPublic(), extensions, settings.ttl());
    if (!store.issue(issued(name, certificate)).serial().equals(certificate.getSerialNumber())) {
      throw duplicate(name, "signed");
    }
    return new Generated(Pem.of(keys.getPrivate()), Pem.of(certificate));
  }

  /**
   * Makes a key and a certificate, and writes them as {@code NAME_key.pem}, which only its owner
   * may read, and {@code NAME_cert.pem}.
   */
  public void generate(String name, List<String> altNames, Path directory) throws CaException {
    Generated made = generate(name, altNames, false);
    try {
      PemFiles.writeSecret(directory.resolve(name + "_key.pem"), made.privateKey());
      PemFiles.writePublic(directory.resolve(name + "_cert.pem"), made.certificate());
    } catch (IOException e) {
      throw new CaException(INVALID, "Cannot write to " + directory + ": " + e.getMessage());
    }
  }

  /**
   * Renews a certificate that its bearer has shown: same key, same extensions, a new life.
   *
   * @throws CaException if it is not ours, not current or revoked
   */
  public String renew(X509Certificate shown) throws CaException {
    String name = HostExtensions.commonName(shown);
    IssuedCertificate current =
        certname(name)
            .flatMap(store::certificate)
            .filter(known -> known.serial().equals(shown.getSerialNumber()))
            .orElseThrow(
                () -> new CaException(FORBIDDEN, "The certificate presented is not current here"));
    if (isRevoked(shown)) {
      throw new CaException(FORBIDDEN, "The certificate presented is revoked");
    }
    X509Certificate renewed =
        issue(name, shown.getPublicKey(), HostExtensions.carriedOver(shown), settings.ttl());
    IssuedCertificate stands = store.renew(issued(name, renewed), current.serial());
    return stands.pem();
  }

  /** What is known of one name: its certificate, or else the request that waits. */
  public Optional<CertificateStatus> status(String name) {
    return certname(name)
        .flatMap(node ->
            store
                .certificate(node)
                .map(this::statusOf)
                .or(() -> store.request(node).map(CertificateStatuses::of)));
  }

  /** What is known of all names: requests that wait, then certificates, each sorted by name. */
  public List<CertificateStatus> statuses() {
    List<CertificateStatus> all = new ArrayList<>();
    store.requests().forEach(request -> all.add(CertificateStatuses.of(request)));
    store.certificates().forEach(certificate -> all.add(statusOf(certificate)));
    return all;
  }

  private CertificateStatus statusOf(IssuedCertificate certificate) {
    return CertificateStatuses.of(certificate, revocations.contains(certificate.serial()));
  }

  private void refuseDuplicate(String name) throws CaException {
    Optional<CertificateStatus> known = status(name);
    if (known.isPresent()) {
      throw duplicate(name, known.get().state().text());
    }
  }

  private static CaException duplicate(String name, String state) {
    return new CaException(
        INVALID,
        "%s already has a %s certificate; ignoring certificate request".formatted(name, state));
  }

  private static List<Extension> extensions(String name, PKCS10CertificationRequest request)
      throws CaException {
    List<Extension> extensions = new ArrayList<>();
    List<String> altNames =
        CsrPolicy.alternativeNames(request).stream().map(AlternativeNames::text).toList();
    extensions.add(HostExtensions.alternativeNames(AlternativeNames.of(name, altNames)));
    for (Extension extension : CsrPolicy.extensions(request)) {
      if (!extension.getExtnId().equals(Extension.subjectAlternativeName)) {
        extensions.add(extension);
      }
    }
    return extensions;
  }

  private X509Certificate issue(
      String name, PublicKey key, List<Extension> extensions, Duration ttl) throws CaException {
    Authorities.Opened authority = authorities.open();
    return profile.host(name, key, extensions, authority.signing(), authority.key(), ttl);
  }

  private IssuedCertificate issued(String name, X509Certificate certificate) {
    return new IssuedCertificate(
        new Certname(name),
        certificate.getSerialNumber(),
        Pem.of(certificate),
        clock.millis(),
        certificate.getNotAfter().toInstant().toEpochMilli());
  }

  private static Optional<Certname> certname(String name) {
    return SubjectRule.isValid(name) ? Optional.of(new Certname(name)) : Optional.empty();
  }
}
