// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A certificate's status with the keys of puppetserver's {@code certificate_status} API. */
public final class CertificateStatusJson {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'UTC'").withZone(ZoneOffset.UTC);

  private CertificateStatusJson() {}

  /** The document as a map that Jackson writes. */
  public static Map<String, Object> of(CertificateStatus status) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", status.name());
    document.put("state", status.state().text());
    document.put("dns_alt_names", status.altNames());
    document.put("subject_alt_names", status.altNames());
    document.put("authorization_extensions", status.authorizationExtensions());
    document.put("fingerprint", status.fingerprints().getOrDefault("default", ""));
    document.put("fingerprints", status.fingerprints());
    if (status.serial() != null) {
      document.put("serial_number", status.serial());
      document.put("not_before", time(status.notBefore()));
      document.put("not_after", time(status.notAfter()));
    }
    return document;
  }

  private static String time(@Nullable Instant instant) {
    return instant == null ? "" : TIME.format(instant);
  }
}
