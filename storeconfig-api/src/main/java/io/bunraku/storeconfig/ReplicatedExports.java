// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Stamp;
import io.bunraku.storeconfig.query.ResourceQuery;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The documents {@code exports/NODE}, found through the replica in memory. */
final class ReplicatedExports implements ExportedResources, AutoCloseable {
  private final Documents documents;
  private final ExportReplica replica;
  private final ReplicaRefresh refresh;
  private final Clock clock;

  ReplicatedExports(
      Documents documents, ReplicaRefresh refresh, ExportReplica replica, Clock clock) {
    this.documents = documents;
    this.refresh = refresh;
    this.replica = replica;
    this.clock = clock;
  }

  @Override
  public List<ExportedResource> find(ResourceQuery query) {
    refresh.ifTooOld();
    return replica.find(query);
  }

  @Override
  public int load(IntConsumer progress) {
    refresh.load(progress);
    return replica.size();
  }

  @Override
  public Put replace(Certname node, Stamp stamp, List<ExportedResource> resources) {
    ExportSet set = new ExportSet(node, stamp, resources);
    String digest = set.digest();
    Put[] put = {Put.WRITTEN};
    Documents.Update<ExportSet> update =
        documents.update(
            Families.EXPORTS,
            Families.exports(node),
            seen -> {
              put[0] = compare(seen, set, digest);
              return put[0] == Put.WRITTEN ? set : null;
            });
    ExportSet now = update.now().value().orElse(set);
    replica.apply(now, update.now().token());
    boolean won = now.stamp().equals(stamp);
    return put[0] == Put.WRITTEN && !won ? Put.STALE : put[0];
  }

  /** A node that never exported anything needs no tombstone. */
  static Put compare(Snapshot<ExportSet> seen, ExportSet set, String digest) {
    if (seen.isAbsent() && set.resources().isEmpty()) {
      return Put.UNCHANGED;
    }
    return Stamps.compare(seen, ExportSet::stamp, set.stamp(), digest);
  }

  /**
   * Replaces what a node exports by a tombstone that its next run supersedes.
   *
   * @param until what was produced later stays, in milliseconds since 1970
   */
  void bury(Certname node, long until) {
    Documents.Update<ExportSet> update =
        documents.update(
            Families.EXPORTS,
            Families.exports(node),
            seen ->
                seen.value()
                    .filter(set -> !set.resources().isEmpty() && set.stamp().produced() <= until)
                    .map(set -> new ExportSet(node, set.stamp().next(clock.millis()), List.of()))
                    .orElse(null));
    update.now().value().ifPresent(set -> replica.apply(set, update.now().token()));
  }

  /** Takes over what a run has written. */
  void written(ExportSet set) {
    replica.apply(set, null);
  }

  @Override
  public List<ExportedResource> of(Certname node) {
    Optional<ExportSet> set = documents.read(Families.EXPORTS, Families.exports(node)).value();
    return set.map(ExportSet::resources).orElse(List.of());
  }

  @Override
  public Duration age() {
    return refresh.age();
  }

  @Override
  public void close() {
    refresh.close();
  }
}
