// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.CodeVersion;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.json.Codec;
import io.bunraku.storeconfig.model.json.Fields;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The document {@code code/ENV}: the generations that stand and, on stores with siblings, those
 * that masters propose. Only what is settled is ever served.
 *
 * @param settled the newest first, at most {@value #KEPT}
 * @param proposals above the newest settled one
 */
record CodeHistory(List<CodeVersion> settled, List<Proposal> proposals) {
  static final int KEPT = 500;
  static final CodeHistory EMPTY = new CodeHistory(List.of(), List.of());
  static final Codec<CodeHistory> CODEC = Codec.object(CodeHistory::parts, CodeHistory::read);

  /**
   * A generation that is not settled yet.
   *
   * @param id random
   * @param version what would stand
   * @param withdrawn whether its master gave it up; that stays
   */
  record Proposal(String id, CodeVersion version, boolean withdrawn) {}

  CodeHistory {
    settled = List.copyOf(settled);
    proposals = List.copyOf(proposals);
  }

  Optional<CodeVersion> head() {
    return settled.stream().findFirst();
  }

  long generation() {
    return head().map(CodeVersion::generation).orElse(0L);
  }

  /** The number that no generation and no proposal has had. */
  long next() {
    return Math.max(
            generation(),
            proposals.stream().mapToLong(p -> p.version().generation()).max().orElse(0))
        + 1;
  }

  /** Whether another master may settle the generation of a proposal. */
  boolean isContested(Proposal own) {
    long generation = own.version().generation();
    return generation() >= generation
        || proposals.stream()
            .anyMatch(p ->
                !p.withdrawn()
                    && p.version().generation() == generation
                    && !p.id().equals(own.id()));
  }

  CodeHistory settle(CodeVersion version) {
    return merge(this, new CodeHistory(List.of(version), List.of()));
  }

  CodeHistory propose(Proposal proposal) {
    return merge(this, new CodeHistory(List.of(), List.of(proposal)));
  }

  static CodeHistory merge(CodeHistory a, CodeHistory b) {
    List<CodeVersion> settled =
        distinct(a.settled, b.settled, CodeVersion::generation, CodeHistory::greater).stream()
            .sorted(Comparator.comparingLong(CodeVersion::generation).reversed())
            .limit(KEPT)
            .toList();
    long top = settled.isEmpty() ? 0 : settled.get(0).generation();
    List<Proposal> open =
        distinct(a.proposals, b.proposals, Proposal::id, CodeHistory::later).stream()
            .filter(p -> p.version().generation() > top)
            .toList();
    return new CodeHistory(settled, open);
  }

  private static <K extends Comparable<K>, V> Collection<V> distinct(
      List<V> a, List<V> b, Function<V, K> key, BinaryOperator<V> same) {
    return Stream.concat(a.stream(), b.stream())
        .collect(Collectors.toMap(key, v -> v, same, TreeMap::new))
        .values();
  }

  private static CodeVersion greater(CodeVersion a, CodeVersion b) {
    Comparator<CodeVersion> order =
        Comparator.comparing(CodeVersion::tree)
            .thenComparingInt(CodeVersion::language)
            .thenComparingLong(CodeVersion::published)
            .thenComparing(CodeVersion::master);
    return order.compare(a, b) >= 0 ? a : b;
  }

  private static Proposal later(Proposal a, Proposal b) {
    return a.withdrawn() ? a : b;
  }

  Map<String, String> attributes() {
    return Map.of("generation", Long.toString(generation()));
  }

  private static Map<String, ?> parts(CodeHistory history) {
    return Map.of(
        "settled", history.settled.stream().map(CodeHistory::parts).toList(),
        "proposals",
            history.proposals.stream()
                .map(p ->
                    Map.of(
                        "id", p.id(),
                        "version", parts(p.version()),
                        "withdrawn", p.withdrawn()))
                .toList());
  }

  private static Map<String, ?> parts(CodeVersion v) {
    Map<String, Object> map = new TreeMap<>();
    map.put("environment", v.environment().value());
    map.put("generation", v.generation());
    map.put("tree", v.tree());
    map.put("language", v.language());
    map.put("published", v.published());
    map.put("master", v.master());
    return map;
  }

  private static CodeHistory read(Fields f) {
    return new CodeHistory(
        f.objects("settled").stream().map(CodeHistory::version).toList(),
        f.objects("proposals").stream()
            .map(p ->
                new Proposal(
                    p.text("id"), version(Fields.of(p.map("version"))), p.flag("withdrawn")))
            .toList());
  }

  private static CodeVersion version(Fields f) {
    return new CodeVersion(
        new EnvironmentName(f.text("environment")),
        f.number("generation"),
        f.text("tree"),
        f.integer("language"),
        f.number("published"),
        f.text("master"));
  }
}
