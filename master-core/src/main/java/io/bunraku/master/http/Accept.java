// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the format of an answer. The order in the header decides, as in Puppet; a quality that a
 * client does give sorts before the order.
 */
final class Accept {

  private record Wanted(String mime, double quality) {}

  private Accept() {}

  /**
   * Chooses the first format that the client accepts.
   *
   * @param header the client's Accept header, or null
   * @param supported ours, the preferred first
   * @throws HttpError 400 without a header, 406 when nothing fits
   */
  static Format choose(@Nullable String header, List<Format> supported) throws HttpError {
    if (header == null) {
      throw HttpError.badRequest("Missing required Accept header", IssueKind.MISSING_HEADER_FIELD);
    }
    for (Wanted wanted : parse(header)) {
      if (wanted.mime().equals("*/*")) {
        return supported.getFirst();
      }
      for (Format format : supported) {
        if (format.mime().equals(wanted.mime())) {
          return format;
        }
      }
    }
    throw HttpError.notAcceptable("No supported formats are acceptable (Accept: " + header + ")");
  }

  private static List<Wanted> parse(String header) {
    List<Wanted> list = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      String[] pieces = part.trim().split("\\s*;\\s*", -1);
      list.add(new Wanted(pieces[0].toLowerCase(java.util.Locale.ROOT), quality(pieces)));
    }
    list.removeIf(w -> w.quality() <= 0);
    list.sort(Comparator.comparingDouble(w -> -w.quality()));
    return list;
  }

  private static double quality(String[] pieces) {
    for (int i = 1; i < pieces.length; i++) {
      if (pieces[i].startsWith("q=")) {
        try {
          return Double.parseDouble(pieces[i].substring(2));
        } catch (NumberFormatException e) {
          return 1;
        }
      }
    }
    return 1;
  }
}
