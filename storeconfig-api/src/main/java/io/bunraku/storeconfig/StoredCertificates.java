// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Authority;
import io.bunraku.storeconfig.model.CertificateRequest;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Crl;
import io.bunraku.storeconfig.model.IssuedCertificate;
import io.bunraku.storeconfig.model.Revocation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The documents {@code ca/...}. */
final class StoredCertificates implements CaStore {
  private final Documents documents;

  StoredCertificates(Documents documents) {
    this.documents = documents;
  }

  @Override
  public Optional<Authority> authority() {
    return documents.read(Families.AUTHORITY, Families.CA_AUTHORITY).value();
  }

  @Override
  public Authority establish(Authority authority) {
    return documents
        .update(
            Families.AUTHORITY,
            Families.CA_AUTHORITY,
            seen -> {
              long stored = seen.value().map(Authority::generation).orElse(0L);
              return authority.generation() > stored ? authority : null;
            })
        .now()
        .value()
        .orElse(authority);
  }

  @Override
  public CertificateRequest submit(CertificateRequest request) {
    return documents
        .update(
            Families.REQUEST,
            Families.request(request.node()),
            seen -> seen.value().filter(r -> !r.closed()).isPresent() ? null : open(seen, request))
        .now()
        .value()
        .map(RequestState::request)
        .orElse(request);
  }

  /** A new request must be later than the closed one, whatever this master's clock says. */
  private static RequestState open(Snapshot<RequestState> seen, CertificateRequest request) {
    long after = seen.value().map(r -> r.request().submitted() + 1).orElse(0L);
    return new RequestState(
        new CertificateRequest(request.node(), request.pem(), Math.max(after, request.submitted())),
        false);
  }

  @Override
  public Optional<CertificateRequest> request(Certname node) {
    return documents
        .read(Families.REQUEST, Families.request(node))
        .value()
        .filter(r -> !r.closed())
        .map(RequestState::request);
  }

  @Override
  public List<CertificateRequest> requests() {
    List<CertificateRequest> open = new ArrayList<>();
    documents.each(
        Families.REQUEST,
        Families.ALL_REQUESTS,
        s -> s.value().filter(r -> !r.closed()).ifPresent(r -> open.add(r.request())));
    open.sort(Comparator.comparing(CertificateRequest::node));
    return open;
  }

  @Override
  public boolean removeRequest(Certname node) {
    return documents
        .update(
            Families.REQUEST,
            Families.request(node),
            seen ->
                seen.value()
                    .filter(r -> !r.closed())
                    .map(r -> new RequestState(r.request(), true))
                    .orElse(null))
        .written();
  }

  private IssuedCertificates change(
      Certname node, Function<IssuedCertificates, @Nullable IssuedCertificates> next) {
    return documents
        .update(
            Families.CERTIFICATES,
            Families.certificates(node),
            seen -> next.apply(seen.value().orElse(IssuedCertificates.NONE)))
        .now()
        .value()
        .orElse(IssuedCertificates.NONE);
  }

  private IssuedCertificates read(Certname node) {
    return documents
        .read(Families.CERTIFICATES, Families.certificates(node))
        .value()
        .orElse(IssuedCertificates.NONE);
  }

  @Override
  public IssuedCertificate issue(IssuedCertificate certificate) {
    IssuedCertificate standing =
        change(certificate.node(), all -> all.current().isPresent() ? null : all.with(certificate))
            .current()
            .orElse(certificate);
    removeRequest(certificate.node());
    return standing;
  }

  @Override
  public IssuedCertificate renew(IssuedCertificate certificate, BigInteger replaced) {
    return change(
            certificate.node(),
            all ->
                all.current().filter(c -> c.serial().equals(replaced)).isPresent()
                    ? all.retire(c -> c.serial().equals(replaced)).with(certificate)
                    : null)
        .current()
        .orElse(certificate);
  }

  @Override
  public Optional<IssuedCertificate> certificate(Certname node) {
    return read(node).current();
  }

  @Override
  public List<IssuedCertificate> certificates() {
    List<IssuedCertificate> current = new ArrayList<>();
    documents.each(
        Families.CERTIFICATES,
        Families.ALL_CERTIFICATES,
        s -> s.value().flatMap(IssuedCertificates::current).ifPresent(current::add));
    current.sort(Comparator.comparing(IssuedCertificate::node));
    return current;
  }

  @Override
  public List<IssuedCertificate> issuedTo(Certname node) {
    return read(node).newestFirst();
  }

  @Override
  public List<IssuedCertificate> clean(Certname node) {
    List<IssuedCertificate> retired = new ArrayList<>();
    change(
        node,
        all -> {
          retired.clear();
          retired.addAll(all.inUse());
          return retired.isEmpty() ? null : all.retire(c -> true);
        });
    removeRequest(node);
    return List.copyOf(retired);
  }

  @Override
  public void revoke(Collection<Revocation> revocations) {
    Map<BigInteger, Revocation> added = new TreeMap<>();
    revocations.forEach(r -> added.put(r.serial(), r));
    documents.update(
        Families.REVOKED,
        Families.CA_REVOKED,
        seen -> {
          Revocations stored = seen.value().orElse(Revocations.NONE);
          Revocations merged = Revocations.merge(stored, new Revocations(added));
          return merged.equals(stored) ? null : merged;
        });
  }

  @Override
  public Map<BigInteger, Revocation> revocations() {
    return documents
        .read(Families.REVOKED, Families.CA_REVOKED)
        .value()
        .orElse(Revocations.NONE)
        .bySerial();
  }

  @Override
  public Optional<Crl> crl() {
    return documents.read(Families.CRL, Families.CA_CRL).value();
  }

  @Override
  public boolean publish(Crl crl) {
    return documents
        .update(
            Families.CRL,
            Families.CA_CRL,
            seen -> crl.number() > seen.value().map(Crl::number).orElse(0L) ? crl : null)
        .now()
        .value()
        .filter(crl::equals)
        .isPresent();
  }
}
