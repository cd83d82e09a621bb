// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.master.ca.CaException;
import io.bunraku.master.ca.CertificateAuthority;
import io.bunraku.master.ca.CertificateStatus;
import io.bunraku.master.ca.CertificateStatus.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The CA's administration over HTTP: what {@code puppetserver ca} and Foreman call. */
final class CaAdminEndpoint {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'UTC'").withZone(ZoneOffset.UTC);

  private final CertificateAuthority authority;
  private final Wire wire;

  CaAdminEndpoint(CertificateAuthority authority, Wire wire) {
    this.authority = authority;
    this.wire = wire;
  }

  Answer status(String name) throws IOException {
    CertificateStatus status = authority.status(name).orElse(null);
    return status == null
        ? Answer.text(404, "Could not find certificate_status " + name)
        : wire.answer(Format.JSON, describe(status));
  }

  Answer statuses(@Nullable String state) throws IOException {
    return wire.answer(
        Format.JSON,
        authority.statuses().stream()
            .filter(s -> state == null || s.state().text().equals(state))
            .map(CaAdminEndpoint::describe)
            .toList());
  }

  private static Map<String, Object> describe(CertificateStatus status) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", status.name());
    map.put("state", status.state().text());
    map.put("dns_alt_names", status.altNames().stream().filter(n -> n.startsWith("DNS:")).toList());
    map.put("subject_alt_names", status.altNames());
    map.put("authorization_extensions", status.authorizationExtensions());
    map.put("fingerprint", status.fingerprints().getOrDefault("default", ""));
    map.put("fingerprints", status.fingerprints());
    if (status.serial() != null) {
      map.put("serial_number", status.serial());
    }
    putTime(map, "not_before", status.notBefore());
    putTime(map, "not_after", status.notAfter());
    return map;
  }

  private static void putTime(Map<String, Object> map, String key, @Nullable Instant time) {
    if (time != null) {
      map.put(key, TIME.format(time));
    }
  }

  /** {@code desired_state}: signed or revoked. */
  Answer change(Call call, String name) throws HttpError, IOException, CaException {
    Map<?, ?> body = body(call);
    Object wanted = body.get("desired_state");
    if ("signed".equals(wanted)) {
      authority.sign(name, ttl(body.get("cert_ttl")));
    } else if ("revoked".equals(wanted)) {
      authority.revoke(name);
    } else {
      return Answer.text(
          400,
          "State "
              + wanted
              + " invalid; Must specify desired state of 'signed' or 'revoked' for"
              + " host "
              + name
              + ".");
    }
    return noContent();
  }

  private static @Nullable Duration ttl(@Nullable Object seconds) throws HttpError {
    if (seconds == null) {
      return null;
    }
    if (seconds instanceof Long number && number > 0) {
      return Duration.ofSeconds(number);
    }
    throw HttpError.badRequest("cert_ttl is no positive number");
  }

  /** Revokes and forgets. */
  Answer delete(String name) throws CaException {
    authority.clean(name);
    return noContent();
  }

  /** Withdraws a request. */
  Answer deleteRequest(String name) {
    return authority.reject(name)
        ? noContent()
        : Answer.text(404, "Could not find certificate_request for " + name);
  }

  Answer clean(Call call) throws HttpError, IOException {
    List<String> failed = new ArrayList<>();
    for (String name : certnames(body(call))) {
      try {
        authority.clean(name);
      } catch (CaException e) {
        failed.add(name);
      }
    }
    return failed.isEmpty()
        ? Answer.text(200, "Successfully cleaned all certificates.")
        : Answer.text(
            200,
            "The following certs do not exist and cannot be revoked: " + String.join(", ", failed));
  }

  /** Signs the named requests, or all that wait. */
  Answer sign(Call call, boolean all) throws HttpError, IOException {
    Map<String, List<String>> outcome = new LinkedHashMap<>();
    List.of("signed", "no-csr", "signing-errors").forEach(k -> outcome.put(k, new ArrayList<>()));
    for (String name : all ? waiting() : certnames(body(call))) {
      outcome.getOrDefault(signed(name), new ArrayList<>()).add(name);
    }
    return wire.answer(Format.JSON, outcome);
  }

  private String signed(String name) {
    try {
      if (authority.request(name).isEmpty()) {
        return "no-csr";
      }
      authority.sign(name, null);
      return "signed";
    } catch (CaException e) {
      return "signing-errors";
    }
  }

  private List<String> waiting() {
    return authority.statuses().stream()
        .filter(s -> s.state() == State.REQUESTED)
        .map(CertificateStatus::name)
        .toList();
  }

  private Map<?, ?> body(Call call) throws HttpError, IOException {
    return wire.read("application/json", call.body(), Map.class);
  }

  private static List<String> certnames(Map<?, ?> body) throws HttpError {
    if (!(body.get("certnames") instanceof List<?> names)) {
      throw HttpError.badRequest("The request has no certnames");
    }
    return names.stream().map(String::valueOf).toList();
  }

  /** When the CA's certificates end. */
  Answer expirations() throws IOException, CaException {
    Map<String, String> certificates = new LinkedHashMap<>();
    authority
        .authorities()
        .forEach(ca ->
            certificates.put(
                ca.getSubjectX500Principal().getName(), TIME.format(ca.getNotAfter().toInstant())));
    return wire.answer(Format.JSON, Map.of("ca-certs", certificates, "crls", crls()));
  }

  private Map<String, String> crls() throws CaException {
    Map<String, String> lists = new LinkedHashMap<>();
    io.bunraku.master.ca.Pem.crls(authority.revocationList())
        .forEach(crl ->
            lists.put(
                crl.getIssuerX500Principal().getName(),
                TIME.format(crl.getNextUpdate().toInstant())));
    return lists;
  }

  private static Answer noContent() {
    return Answer.bytes(204, "", "".getBytes(StandardCharsets.US_ASCII));
  }
}
