// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks: the TLS certificate or, from a trusted balancer only, what its {@code
 * X-Client-*} headers say. From anybody else those headers are as if they were not there.
 */
final class IdentityResolver {

  private static final Pattern PEM_SPACES = Pattern.compile("(?<!BEGIN|END) ");

  private final AddressBlocks trustedProxies;
  private final Predicate<X509Certificate> revoked;

  /**
   * Creates a resolver.
   *
   * @param trustedProxies whose headers count
   * @param revoked whether our CA has revoked a certificate
   */
  IdentityResolver(AddressBlocks trustedProxies, Predicate<X509Certificate> revoked) {
    this.trustedProxies = trustedProxies;
    this.revoked = revoked;
  }

  /**
   * Resolves the identity behind a request.
   *
   * @param peer the peer's certificate of TLS, or null
   * @throws HttpError 400 for headers of a balancer that make no sense, 403 for a revoked
   *     certificate on a connection that is older than its revocation
   */
  ClientIdentity resolve(
      InetAddress address,
      @Nullable X509Certificate peer,
      Function<String, @Nullable String> headers)
      throws HttpError {
    String text = address.getHostAddress();
    String verify = headers.apply("X-Client-Verify");
    if (verify != null && trustedProxies.contains(address)) {
      return fromHeaders(text, verify, headers);
    }
    return peer == null ? ClientIdentity.anonymous(text) : fromCertificate(text, peer, null);
  }

  private ClientIdentity fromHeaders(
      String address, String verify, Function<String, @Nullable String> headers) throws HttpError {
    if (!verify.equals("SUCCESS")) {
      return ClientIdentity.anonymous(address);
    }
    String dn = headers.apply("X-Client-DN");
    if (dn == null || dn.isEmpty()) {
      return ClientIdentity.anonymous(address);
    }
    String name = DistinguishedName.commonName(dn);
    if (name == null) {
      throw HttpError.badRequest("The DN '" + dn + "' provided by X-Client-DN is malformed");
    }
    String pem = headers.apply("X-Client-Cert");
    if (pem == null || pem.isEmpty()) {
      return new ClientIdentity(name, Map.of(), null, address);
    }
    return fromCertificate(address, certificate(pem), name);
  }

  private ClientIdentity fromCertificate(
      String address, X509Certificate certificate, @Nullable String toldName) throws HttpError {
    String name = DistinguishedName.commonName(certificate.getSubjectX500Principal().getName());
    if (name == null || (toldName != null && !toldName.equals(name))) {
      throw HttpError.badRequest("The client's certificate is not one of '" + toldName + "'");
    }
    if (revoked.test(certificate)) {
      throw HttpError.of(
          403, "Forbidden: The certificate of " + name + " is revoked", IssueKind.RUNTIME_ERROR);
    }
    return new ClientIdentity(name, CertificateExtensions.of(certificate), certificate, address);
  }

  /** PEM, percent-encoded as nginx does or with its line ends folded to spaces as Apache does. */
  private static X509Certificate certificate(String header) throws HttpError {
    String text = header.indexOf('%') >= 0 ? Params.unescapePath(header) : header;
    String pem = PEM_SPACES.matcher(text).replaceAll("\n");
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw HttpError.badRequest("The certificate provided by X-Client-Cert is malformed");
    }
  }
}
