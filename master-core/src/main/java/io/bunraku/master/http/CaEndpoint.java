// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.master.ca.CaException;
import io.bunraku.master.ca.CertificateAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * {@code /puppet-ca/v1/...}: what agents ask before and while they have a certificate, and the
 * administration behind it.
 */
final class CaEndpoint implements Endpoint {

  private static final String PLAIN = "text/plain";

  private final CertificateAuthority authority;
  private final CaAdminEndpoint admin;
  private final Freshness bundle = new Freshness();
  private final Freshness revocations = new Freshness();

  CaEndpoint(CertificateAuthority authority, Wire wire) {
    this.authority = authority;
    this.admin = new CaAdminEndpoint(authority, wire);
  }

  @Override
  public Answer answer(Call call, String path) throws HttpError, IOException {
    int slash = path.indexOf('/');
    String kind = slash < 0 ? path : path.substring(0, slash);
    String name = slash < 0 ? "" : path.substring(slash + 1);
    try {
      return switch (call.method() + " " + kind) {
        case "GET certificate" -> certificate(call, name);
        case "GET certificate_revocation_list" ->
            revocations.answer(call, authority.revocationList());
        case "GET certificate_request" ->
            document(authority.request(name), "certificate_request", name);
        case "PUT certificate_request" -> submit(call, name);
        case "POST certificate_renewal" -> renew(call);
        case "DELETE certificate_request" -> admin.deleteRequest(name);
        case "GET certificate_status" -> admin.status(name);
        case "PUT certificate_status" -> admin.change(call, name);
        case "DELETE certificate_status" -> admin.delete(name);
        case "GET certificate_statuses" -> admin.statuses(call.params().get("state"));
        case "GET expirations" -> admin.expirations();
        case "PUT clean" -> admin.clean(call);
        case "POST sign" -> admin.sign(call, name.equals("all"));
        default ->
            throw HttpError.notFound(
                "No route for " + call.method() + " " + call.path(), IssueKind.HANDLER_NOT_FOUND);
      };
    } catch (CaException e) {
      return Answer.text(status(e), String.valueOf(e.getMessage()));
    }
  }

  private Answer certificate(Call call, String name) throws CaException {
    return name.equals("ca")
        ? bundle.answer(call, authority.bundle())
        : document(authority.certificate(name), "certificate", name);
  }

  private static Answer document(Optional<String> pem, String kind, String name) {
    return pem.map(text -> plain(200, text))
        .orElseGet(() -> plain(404, "Could not find " + kind + " " + name));
  }

  private Answer submit(Call call, String name) throws HttpError, IOException, CaException {
    authority.submit(name, new String(call.body(), StandardCharsets.US_ASCII));
    return plain(200, "");
  }

  private Answer renew(Call call) throws CaException {
    X509Certificate shown = call.identity().certificate();
    if (shown == null) {
      throw new CaException(
          CaException.Kind.FORBIDDEN, "A certificate is needed to renew it, and none was shown");
    }
    return plain(200, authority.renew(shown));
  }

  private static Answer plain(int status, String text) {
    return Answer.bytes(status, PLAIN, text.getBytes(StandardCharsets.UTF_8));
  }

  private static int status(CaException e) {
    return switch (e.kind()) {
      case INVALID -> 400;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case FORBIDDEN -> 403;
    };
  }
}
