// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports of agent runs, dropped by day. */
public interface ReportStore {

  /** Stores a report once: the same report again is {@link Put#UNCHANGED}. */
  Put put(Report report);

  /**
   * Lists the reports of some UTC days, the newest first.
   *
   * @param node of one node, or null for all
   * @param from first day
   * @param to last day, included
   */
  List<Head> list(@Nullable Certname node, LocalDate from, LocalDate to);

  /** A report with its content. */
  Optional<Report> get(Head head);

  /**
   * Purges all reports of the 400 days before a day; older ones went when that day had its turn.
   *
   * @return how many
   */
  int dropBefore(LocalDate day);

  /**
   * A report without its content; components as in {@link Report}.
   *
   * @param node who reports
   * @param id unique for the node
   * @param received milliseconds since 1970
   * @param status of the run
   * @param environment or null
   * @param noop whether the run was a dry one
   */
  record Head(
      Certname node,
      String id,
      long received,
      String status,
      @Nullable String environment,
      boolean noop) {}
}
