// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Bytes;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to store a run that was given to its agent earlier. It must not win over what another
 * master has stored since, so it keeps its time; but the node has had its generation, whatever else
 * has become of it.
 */
final class LateRun {
  private final Documents documents;
  private final CompiledRun run;
  private final long given;
  private final Snapshot<NodeState> node;
  private final Snapshot<Catalog> storedCatalog;
  private final Snapshot<ExportSet> storedExports;
  private final NodeState state;
  private final boolean landed;
  private final boolean stands;
  private final ExportSet exports;
  private final Catalog catalog;

  LateRun(Documents documents, CompiledRun run, long given, StoreOptions options) {
    this.documents = documents;
    this.run = run;
    this.given = given;
    this.node = documents.read(Families.NODE, Families.node(run.node()));
    this.storedCatalog = documents.read(Families.CATALOG, Families.catalog(run.node()));
    this.storedExports = documents.read(Families.EXPORTS, Families.exports(run.node()));
    this.state = node.value().orElse(NodeState.unknown(run.node()));
    List<Stamp> stored = stored();
    UUID id = uuid(run);
    Optional<Stamp> own = stored.stream().filter(s -> s.uuid().equals(id)).findFirst();
    this.landed = run.catalogUuid().equals(state.catalogUuid());
    this.stands = landed || isLatest(stored, own.isPresent());
    long assignment = own.map(Stamp::assignment).orElseGet(() -> assignment(stored));
    Stamp stamp = new Stamp(assignment, run.generation(), given, options.master(), id);
    this.exports =
        new ExportSet(
            run.node(), stamp, ExportsElsewhere.after(run, state, storedExports, options));
    this.catalog =
        new Catalog(
            run.node(),
            run.environment(),
            stamp,
            run.version(),
            run.codeId(),
            run.catalogUuid(),
            run.json());
  }

  private List<Stamp> stored() {
    return Stream.of(
            Stamps.of(storedCatalog, Catalog::stamp), Stamps.of(storedExports, ExportSet::stamp))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The same at each attempt, so that one that fell between two writes is recognised. */
  private static UUID uuid(CompiledRun run) {
    return UUID.nameUUIDFromBytes(Bytes.utf8(run.catalogUuid()).array());
  }

  private boolean isLatest(List<Stamp> stored, boolean begun) {
    long last = stored.stream().mapToLong(Stamp::produced).max().orElse(0);
    return state.generation(run.environment()) <= run.generation()
        && state.deactivated() < given
        && (last < given || (begun && last == given));
  }

  private long assignment(List<Stamp> stored) {
    long known = stored.stream().mapToLong(Stamp::assignment).max().orElse(0);
    boolean moved = !run.environment().equals(state.environment());
    return Math.max(known, state.assignment()) + (moved ? 1 : 0);
  }

  /** Whether the run's catalog stands when the drafts are written. */
  boolean stands() {
    return stands;
  }

  List<Draft<?>> drafts() {
    List<Draft<?>> drafts = new ArrayList<>(4);
    if (stands && !landed) {
      addFacts(drafts);
      if (ReplicatedExports.compare(storedExports, exports, exports.digest()) == Put.WRITTEN) {
        drafts.add(documents.draft(storedExports, exports));
      }
      String digest = catalog.digest();
      if (Stamps.compare(storedCatalog, Catalog::stamp, catalog.stamp(), digest) == Put.WRITTEN) {
        Map<String, String> attributes = Stamps.attributes(digest, catalog.stamp());
        drafts.add(documents.draft(storedCatalog, catalog, attributes));
      }
    }
    if (!landed && (stands || state.generation(run.environment()) < run.generation())) {
      drafts.add(documents.draft(node, next()));
    }
    return drafts;
  }

  private void addFacts(List<Draft<?>> drafts) {
    Facts facts = run.facts();
    if (facts != null) {
      Facts stable = VolatileFacts.stable(facts);
      Snapshot<Facts> seen = documents.read(Families.FACTS, Families.facts(run.node()));
      if (StoredFacts.compare(seen, stable) == Put.WRITTEN) {
        drafts.add(documents.draft(seen, stable));
      }
    }
  }

  private NodeState next() {
    Map<EnvironmentName, Long> generations = new HashMap<>(state.generations());
    generations.merge(run.environment(), run.generation(), Math::max);
    Facts facts = run.facts();
    boolean latest = stands && given >= state.produced();
    return new NodeState(
        run.node(),
        generations,
        stands ? catalog.stamp().assignment() : state.assignment(),
        stands ? run.environment() : state.environment(),
        Math.max(state.produced(), stands ? given : 0),
        state.deactivated(),
        latest && facts != null ? VolatileFacts.part(facts, true) : state.volatileFacts(),
        stands ? run.codeId() : state.codeId(),
        stands ? run.catalogUuid() : state.catalogUuid());
  }

  @Nullable ExportSet writtenExports() {
    return stands && !landed ? exports : null;
  }
}
