// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.model.Catalog;
import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.micrometer.core.instrument.DistributionSummary;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what a compile brought; again from the beginning whenever another write came first. */
final class RunWriter {
  private final Documents documents;
  private final ReplicatedExports exports;
  private final StoreOptions options;
  private final Clock clock;
  private final DistributionSummary writes;
  private final ClockLead lead;

  RunWriter(Documents documents, ReplicatedExports exports, StoreOptions options) {
    this.documents = documents;
    this.exports = exports;
    this.options = options;
    this.clock = options.clock();
    this.lead = new ClockLead(options.meters(), System::nanoTime);
    this.writes =
        DistributionSummary.builder("bunraku.store.run.documents")
            .description("Documents that one catalog request has written")
            .register(options.meters());
  }

  RunOutcome store(CompiledRun run) {
    Backoff.Attempts attempts = documents.attempts();
    long assignment = 0;
    do {
      long now = clock.millis();
      RunPlan plan = new RunPlan(documents, run, assignment, options, now);
      lead.saw(run.node(), plan.lastTime(), now);
      assignment = plan.assignment();
      RunOutcome outcome = attempt(plan);
      if (outcome != null) {
        return outcome;
      }
    } while (attempts.again());
    throw new StoreUnavailableException("No turn to write the run of " + run.node());
  }

  /** See {@link StoreConfigs#storeLate}. */
  boolean storeLate(CompiledRun run, long given) {
    Backoff.Attempts attempts = documents.attempts();
    do {
      LateRun late = new LateRun(documents, run, given, options);
      if (documents.commit(late.drafts())) {
        ExportSet written = late.writtenExports();
        if (written != null) {
          exports.written(written);
        }
        return late.stands();
      }
    } while (attempts.again());
    throw new StoreUnavailableException("No turn to write the run of " + run.node());
  }

  private @Nullable RunOutcome attempt(RunPlan plan) {
    RunOutcome.Stale stale = plan.refusal();
    if (stale != null) {
      return stale;
    }
    List<Draft<?>> drafts = plan.drafts();
    if (!documents.commit(drafts)) {
      return null;
    }
    writes.record(drafts.size());
    RunOutcome outcome = documents.hasSiblings() ? verified(plan) : plan.stored();
    ExportSet written = plan.writtenExports();
    if (written != null) {
      exports.written(written);
    }
    return outcome;
  }

  /** Where both of two writes stand, ours counts only if it has won. */
  private @Nullable RunOutcome verified(RunPlan plan) {
    CompiledRun run = plan.run();
    long given =
        documents
            .read(Families.NODE, Families.node(run.node()))
            .value()
            .orElse(NodeState.unknown(run.node()))
            .generation(run.environment());
    if (given > run.generation()) {
      return new RunOutcome.Stale(given);
    }
    Snapshot<Catalog> catalog = documents.read(Families.CATALOG, Families.catalog(run.node()));
    boolean won = catalog.value().filter(c -> c.digest().equals(plan.digest())).isPresent();
    return won ? plan.stored() : null;
  }
}
