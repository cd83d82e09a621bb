// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.compiler.LogEntry;
import io.bunraku.master.catalog.CatalogException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a failed query is in HTTP. */
final class CatalogErrors {

  private CatalogErrors() {}

  static HttpError of(CatalogException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.kind()) {
      case FAILED -> HttpError.server(message);
      case UNAVAILABLE -> HttpError.unavailable(message);
      case NOT_FOUND -> HttpError.notFound(message, IssueKind.RUNTIME_ERROR);
    };
  }

  /** Log entries as the v4 catalog shows them. */
  static List<Map<String, @Nullable Object>> logs(List<LogEntry> entries) {
    return entries.stream().map(CatalogErrors::log).toList();
  }

  private static Map<String, @Nullable Object> log(LogEntry entry) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("level", entry.level());
    map.put("message", entry.message());
    map.put("source", entry.source());
    map.put("file", entry.file());
    map.put("line", entry.line() == 0 ? null : entry.line());
    return map;
  }
}
