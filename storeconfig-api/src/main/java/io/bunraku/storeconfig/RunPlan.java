// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Catalog;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.model.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one attempt to store a run reads, and what it will write over that. */
final class RunPlan {
  private final Documents documents;
  private final CompiledRun run;
  private final Snapshot<NodeState> node;
  private final Snapshot<Catalog> storedCatalog;
  private final Snapshot<ExportSet> storedExports;
  private final NodeState state;
  private final long lastStored;
  private final Stamp stamp;
  private final Catalog catalog;
  private final String digest;
  private final Put catalogPut;
  private final ExportSet exports;
  private final Put exportsPut;

  /**
   * Reads what there is.
   *
   * @param assigned the assignment that an earlier attempt gave this run, or 0
   */
  RunPlan(Documents documents, CompiledRun run, long assigned, StoreOptions options, long now) {
    this.documents = documents;
    this.run = run;
    this.node = documents.read(Families.NODE, Families.node(run.node()));
    this.storedCatalog = documents.read(Families.CATALOG, Families.catalog(run.node()));
    this.storedExports = documents.read(Families.EXPORTS, Families.exports(run.node()));
    this.state = node.value().orElse(NodeState.unknown(run.node()));
    this.lastStored = lastStored();
    this.stamp = stamp(assigned, options.master(), now);
    this.catalog =
        new Catalog(
            run.node(),
            run.environment(),
            stamp,
            run.version(),
            run.codeId(),
            run.catalogUuid(),
            run.json());
    this.digest = catalog.digest();
    this.catalogPut = Stamps.compare(storedCatalog, Catalog::stamp, stamp, digest);
    this.exports =
        new ExportSet(
            run.node(), stamp, ExportsElsewhere.after(run, state, storedExports, options));
    this.exportsPut = exportsPut();
  }

  /** Exports from before a deactivation may be buried at any moment, so they are written anew. */
  private Put exportsPut() {
    Put put = ReplicatedExports.compare(storedExports, exports, exports.digest());
    boolean doomed =
        put == Put.UNCHANGED
            && !exports.resources().isEmpty()
            && produced(Stamps.of(storedExports, ExportSet::stamp)) <= state.deactivated();
    return doomed ? Put.WRITTEN : put;
  }

  long assignment() {
    return stamp.assignment();
  }

  CompiledRun run() {
    return run;
  }

  String digest() {
    return digest;
  }

  /**
   * The stamp stands above all that the store has of the node, but for the generation. Documents
   * with a higher assignment than the node's state come from a master that fell between two writes.
   */
  private Stamp stamp(long assigned, String master, long now) {
    Optional<Stamp> a = Stamps.of(storedCatalog, Catalog::stamp);
    Optional<Stamp> b = Stamps.of(storedExports, ExportSet::stamp);
    long known = Math.max(assignment(a), assignment(b));
    return new Stamp(
        assignment(assigned, known),
        run.generation(),
        Math.max(now, lastStored + 1),
        master,
        UUID.randomUUID());
  }

  private long lastStored() {
    long catalogAndExports =
        Math.max(
            produced(Stamps.of(storedCatalog, Catalog::stamp)),
            produced(Stamps.of(storedExports, ExportSet::stamp)));
    return Math.max(catalogAndExports, Math.max(state.produced(), state.deactivated()));
  }

  /** The time of the latest thing that the store has of the node, 0 for nothing. */
  long lastTime() {
    return lastStored;
  }

  private long assignment(long assigned, long known) {
    boolean moved = !run.environment().equals(state.environment()) || known > state.assignment();
    if (moved && assigned > state.assignment() && assigned >= known) {
      return assigned;
    }
    return Math.max(known, state.assignment()) + (moved ? 1 : 0);
  }

  private static long assignment(Optional<Stamp> stamp) {
    return stamp.map(Stamp::assignment).orElse(0L);
  }

  private static long produced(Optional<Stamp> stamp) {
    return stamp.map(Stamp::produced).orElse(0L);
  }

  /** Why the run must not be stored or sent, or null. */
  RunOutcome.@Nullable Stale refusal() {
    long given = state.generation(run.environment());
    if (given > run.generation()) {
      return new RunOutcome.Stale(given);
    }
    if (catalogPut == Put.STALE || exportsPut == Put.STALE) {
      return new RunOutcome.Stale(
          Math.max(
              Stamps.of(storedCatalog, Catalog::stamp).map(Stamp::generation).orElse(0L),
              Stamps.of(storedExports, ExportSet::stamp).map(Stamp::generation).orElse(0L)));
    }
    return null;
  }

  /** In this order: who finds the catalog finds its exports, who finds the state finds both. */
  List<Draft<?>> drafts() {
    List<Draft<?>> drafts = new ArrayList<>(4);
    Facts facts = run.facts();
    if (facts != null) {
      Facts stable = VolatileFacts.stable(facts);
      Snapshot<Facts> seen = documents.read(Families.FACTS, Families.facts(run.node()));
      if (StoredFacts.compare(seen, stable) == Put.WRITTEN) {
        drafts.add(documents.draft(seen, stable));
      }
    }
    if (exportsPut == Put.WRITTEN) {
      drafts.add(documents.draft(storedExports, exports));
    }
    if (catalogPut == Put.WRITTEN) {
      drafts.add(documents.draft(storedCatalog, catalog, Stamps.attributes(digest, stamp)));
    }
    drafts.add(documents.draft(node, next(facts)));
    return drafts;
  }

  private NodeState next(@Nullable Facts facts) {
    Map<EnvironmentName, Long> generations = new HashMap<>(state.generations());
    generations.merge(run.environment(), run.generation(), Math::max);
    return new NodeState(
        run.node(),
        generations,
        stamp.assignment(),
        run.environment(),
        stamp.produced(),
        state.deactivated(),
        facts == null ? state.volatileFacts() : VolatileFacts.part(facts, true),
        run.codeId(),
        run.catalogUuid());
  }

  @Nullable ExportSet writtenExports() {
    return exportsPut == Put.WRITTEN ? exports : null;
  }

  RunOutcome stored() {
    return catalogPut == Put.WRITTEN
        ? new RunOutcome.Stored(stamp, true)
        : new RunOutcome.Stored(Stamps.of(storedCatalog, Catalog::stamp).orElse(stamp), false);
  }
}
