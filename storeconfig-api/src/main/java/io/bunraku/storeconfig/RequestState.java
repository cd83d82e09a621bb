// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.CertificateRequest;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.json.Codec;
import io.bunraku.storeconfig.model.json.Fields;
import java.util.Comparator;
import java.util.Map;

/**
 * The document {@code ca/requests/NAME}: the last request, and whether it still waits. It stays
 * when it was answered, or an old sibling would open it again.
 *
 * @param request the last one
 * @param closed whether it was answered or removed
 */
record RequestState(CertificateRequest request, boolean closed) {
  private static final Comparator<RequestState> ORDER =
      Comparator.comparingLong((RequestState r) -> r.request().submitted())
          .thenComparing(RequestState::closed)
          .thenComparing(r -> r.request().pem());

  static final Codec<RequestState> CODEC = Codec.object(RequestState::parts, RequestState::read);

  static RequestState merge(RequestState a, RequestState b) {
    return ORDER.compare(a, b) >= 0 ? a : b;
  }

  Map<String, String> attributes() {
    return Map.of("closed", Boolean.toString(closed));
  }

  private static Map<String, ?> parts(RequestState state) {
    return Map.of(
        "node", state.request.node().value(),
        "pem", state.request.pem(),
        "submitted", state.request.submitted(),
        "closed", state.closed);
  }

  private static RequestState read(Fields f) {
    CertificateRequest request =
        new CertificateRequest(new Certname(f.text("node")), f.text("pem"), f.number("submitted"));
    return new RequestState(request, f.flag("closed"));
  }
}
