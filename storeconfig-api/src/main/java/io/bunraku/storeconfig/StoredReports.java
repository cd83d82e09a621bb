// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Report;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents {@code reports/DAY/NODE/ID}. */
final class StoredReports implements ReportStore {
  /** How far before the first day that is kept the search for reports goes. */
  private static final int OLDEST_DAYS = 400;

  private final Documents documents;

  StoredReports(Documents documents) {
    this.documents = documents;
  }

  private static Key key(Certname node, long received, String id) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(received), ZoneOffset.UTC);
    return Key.of("reports", day.toString(), node.value(), id);
  }

  @Override
  public Put put(Report report) {
    Key key = key(report.node(), report.received(), report.id());
    boolean written =
        documents.update(Families.REPORT, key, seen -> seen.isAbsent() ? report : null).written();
    return written ? Put.WRITTEN : Put.UNCHANGED;
  }

  @Override
  public List<Head> list(@Nullable Certname node, LocalDate from, LocalDate to) {
    List<Head> heads = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      String path = "reports/" + day + "/" + (node == null ? "" : node.value() + "/");
      documents.heads(new KeyPrefix(path), entry -> heads.add(head(entry)));
    }
    heads.sort(
        Comparator.comparingLong(Head::received)
            .reversed()
            .thenComparing(Head::node)
            .thenComparing(Head::id));
    return heads;
  }

  private static Head head(Entry entry) {
    String[] segments = entry.key().path().split("/", 4);
    Map<String, String> a = entry.attributes();
    return new Head(
        new Certname(segments[2]),
        segments[3],
        Long.parseLong(a.getOrDefault("received", "0")),
        a.getOrDefault("status", "?"),
        a.get("environment"),
        Boolean.parseBoolean(a.get("noop")));
  }

  @Override
  public Optional<Report> get(Head head) {
    return documents.read(Families.REPORT, key(head.node(), head.received(), head.id())).value();
  }

  /**
   * Day by day, back to the oldest that there can be: a scan of all reports, of which a fleet has
   * millions, would show mostly what stays. Where the backend can, a day goes at once.
   */
  @Override
  public int dropBefore(LocalDate day) {
    long dropped = 0;
    for (int back = 1; back <= OLDEST_DAYS; back++) {
      dropped += documents.drop(new KeyPrefix("reports/" + day.minusDays(back) + "/"));
    }
    return Math.toIntExact(Math.min(dropped, Integer.MAX_VALUE));
  }
}
