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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Certificates. Any master may sign; of two that sign for one name at once, one is told that it
 * came second.
 */
public interface CaStore {

  /** The authority's material; empty before {@code ca setup}. */
  Optional<Authority> authority();

  /**
   * Stores the authority's material if its generation is higher than the stored one.
   *
   * @return what stands now: the argument, or what another master stored first
   */
  Authority establish(Authority authority);

  /**
   * Stores a signing request unless one waits already.
   *
   * @return what stands now: the argument, or the request that waits
   */
  CertificateRequest submit(CertificateRequest request);

  /** The request that waits for a node. */
  Optional<CertificateRequest> request(Certname node);

  /** All requests that wait, sorted by name. */
  List<CertificateRequest> requests();

  /**
   * Removes the request that waits for a node.
   *
   * @return false if none did
   */
  boolean removeRequest(Certname node);

  /**
   * Stores a certificate for a node that has no current one, and removes its request.
   *
   * @return what stands now: the argument, or the certificate that the node already has
   */
  IssuedCertificate issue(IssuedCertificate certificate);

  /**
   * Replaces the current certificate of a node by a newer one. The old one stays listed and valid
   * until it is revoked or ends.
   *
   * @param replaced serial of the one that the caller has seen as current
   * @return what stands now: the argument, or another certificate if that one is current no more
   */
  IssuedCertificate renew(IssuedCertificate certificate, BigInteger replaced);

  /** The current certificate of a node. */
  Optional<IssuedCertificate> certificate(Certname node);

  /** The current certificates of all nodes, sorted by name. */
  List<IssuedCertificate> certificates();

  /** All certificates that were ever issued to a node, the newest first. */
  List<IssuedCertificate> issuedTo(Certname node);

  /**
   * Makes a node have no current certificate and no request, so that it may ask again. Revokes
   * nothing.
   *
   * @return the certificates that were current
   */
  List<IssuedCertificate> clean(Certname node);

  /** Adds revocations; those that were there stay as they are. */
  void revoke(Collection<Revocation> revocations);

  /** All revocations by serial. */
  Map<BigInteger, Revocation> revocations();

  /** The last published list. */
  Optional<Crl> crl();

  /**
   * Publishes a list if its number is higher than the stored one's.
   *
   * @return false if it is not: read {@link #crl()} and {@link #revocations()} again
   */
  boolean publish(Crl crl);
}
