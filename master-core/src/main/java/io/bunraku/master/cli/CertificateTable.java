// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.master.ca.CertificateStatus;
import java.util.List;

/** The list of certificates as {@code puppetserver ca list} prints it. */
final class CertificateTable {

  private CertificateTable() {}

  static String of(List<CertificateStatus> statuses) {
    if (statuses.isEmpty()) {
      return "No certificates to list";
    }
    int width = statuses.stream().mapToInt(s -> s.name().length()).max().orElse(0);
    StringBuilder table = new StringBuilder();
    section(table, "Requested", CertificateStatus.State.REQUESTED, statuses, width);
    section(table, "Signed", CertificateStatus.State.SIGNED, statuses, width);
    section(table, "Revoked", CertificateStatus.State.REVOKED, statuses, width);
    return table.toString().stripTrailing();
  }

  private static void section(
      StringBuilder table,
      String title,
      CertificateStatus.State state,
      List<CertificateStatus> statuses,
      int width) {
    List<CertificateStatus> rows = statuses.stream().filter(s -> s.state() == state).toList();
    if (rows.isEmpty()) {
      return;
    }
    table.append(title).append(" Certificates:\n");
    for (CertificateStatus row : rows) {
      table
          .append("    ")
          .append(row.name())
          .append(" ".repeat(width - row.name().length()))
          .append("  (SHA256)  ")
          .append(row.fingerprints().get("SHA256"));
      if (!row.altNames().isEmpty()) {
        table.append("  alt names: ").append(row.altNames());
      }
      if (!row.authorizationExtensions().isEmpty()) {
        table.append("  authorization extensions: ").append(row.authorizationExtensions());
      }
      table.append('\n');
    }
  }
}
