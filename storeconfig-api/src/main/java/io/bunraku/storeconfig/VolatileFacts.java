// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Facts that differ at every run, so that a digest of all facts would never be the same twice. The
 * names are those of Facter's core facts, structured and legacy.
 */
final class VolatileFacts {
  private static final Set<String> NAMES =
      Set.of(
          "load_averages",
          "memory",
          "memoryfree",
          "memoryfree_mb",
          "mountpoints",
          "swapfree",
          "swapfree_mb",
          "system_uptime",
          "uptime",
          "uptime_days",
          "uptime_hours",
          "uptime_seconds");
  private static final List<String> PREFIXES = List.of("sp_uptime", "zfs_available");

  private VolatileFacts() {}

  static boolean isVolatile(String name) {
    return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
  }

  /** The facts that change, or those that stay. */
  static Map<String, Object> part(Facts facts, boolean changing) {
    Map<String, Object> part = new LinkedHashMap<>(facts.values());
    part.keySet().removeIf(name -> isVolatile(name) != changing);
    return part;
  }

  static Facts stable(Facts facts) {
    return with(facts, part(facts, false), facts.produced());
  }

  static Facts with(Facts facts, Map<String, Object> values, long produced) {
    return new Facts(facts.node(), facts.environment(), values, produced, facts.producer());
  }
}
