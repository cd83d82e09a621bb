// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What simulated agents have asked for, and what of it was acknowledged. */
final class Runs {
  private final Map<String, List<String>> asked = new TreeMap<>();
  private final Map<String, Integer> acknowledged = new TreeMap<>();
  private final Set<String> reports = new HashSet<>();

  synchronized void asks(String node, String run) {
    asked.computeIfAbsent(node, n -> new ArrayList<>()).add(run);
  }

  /** The last one that a node has asked for was answered with a catalog. */
  synchronized void isServed(String node) {
    acknowledged.put(node, asked.getOrDefault(node, List.of()).size() - 1);
  }

  synchronized void reported(String run) {
    reports.add(run);
  }

  /** Nodes that got a catalog. */
  synchronized Set<String> served() {
    return Set.copyOf(acknowledged.keySet());
  }

  /**
   * What the store may hold of each node that got a catalog: the last one that it got, or a later
   * one that it asked for without hearing of it.
   */
  synchronized Map<String, List<String>> possible() {
    Map<String, List<String>> possible = new TreeMap<>();
    acknowledged.forEach((node, index) -> {
      List<String> all = asked.getOrDefault(node, List.of());
      possible.put(node, List.copyOf(all.subList(index, all.size())));
    });
    return possible;
  }

  /** Reports that were acknowledged. */
  synchronized Set<String> reports() {
    return Set.copyOf(reports);
  }
}
