// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers 304 for a document that has not changed since this master first saw it so. */
final class Freshness {

  private record Seen(String text, Instant since) {}

  private volatile @Nullable Seen seen;

  Answer answer(Call call, String text) {
    Seen current = seen;
    if (current == null || !current.text().equals(text)) {
      current = new Seen(text, Instant.now().truncatedTo(ChronoUnit.SECONDS));
      seen = current;
    }
    Map<String, String> headers =
        Map.of(
            "Last-Modified",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(current.since().atZone(ZoneOffset.UTC)));
    Instant known = since(call.header("If-Modified-Since"));
    return known != null && known.isAfter(current.since())
        ? new Answer.Bytes(304, "", new byte[0], headers)
        : new Answer.Bytes(200, "text/plain", text.getBytes(StandardCharsets.UTF_8), headers);
  }

  private static @Nullable Instant since(@Nullable String header) {
    try {
      return header == null
          ? null
          : ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
