// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.report;

import io.bunraku.storeconfig.Put;
import io.bunraku.storeconfig.ReportStore;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Report;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spool.Spool;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports may always wait: nothing is decided by them, and an agent sends them only once. */
public final class SpooledReports implements ReportStore {
  private final ReportStore store;
  private final Spool spool;

  /** In front of a store. */
  public SpooledReports(ReportStore store, Spool spool) {
    this.store = store;
    this.spool = spool;
  }

  @Override
  public Put put(Report report) {
    try {
      return store.put(report);
    } catch (StoreUnavailableException e) {
      spool.add(report);
      return Put.WRITTEN;
    }
  }

  @Override
  public List<Head> list(@Nullable Certname node, LocalDate from, LocalDate to) {
    return store.list(node, from, to);
  }

  @Override
  public Optional<Report> get(Head head) {
    return store.get(head);
  }

  @Override
  public int dropBefore(LocalDate day) {
    return store.dropBefore(day);
  }
}
