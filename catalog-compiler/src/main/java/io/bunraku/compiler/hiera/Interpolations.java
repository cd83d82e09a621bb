// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The variables that a hierarchy was resolved with. While they keep their values, so do the paths;
 * what another scope gives other values makes the hierarchy new.
 */
final class Interpolations {

  private record Entry(String key, String rootKey, List<Object> segments, @Nullable Object value) {}

  private final List<Entry> entries = new ArrayList<>();
  private @Nullable String ignored;

  /** Remembers a value; global variables that have one never change. */
  void add(String key, String rootKey, List<Object> segments, @Nullable Object value) {
    boolean global = key.startsWith("::") || isConstant(rootKey);
    boolean known = entries.stream().anyMatch(entry -> entry.key().equals(key));
    if (!(value != null && global) && !rootKey.equals(ignored) && !known) {
      entries.add(new Entry(key, rootKey, segments, value));
    }
  }

  private static boolean isConstant(String rootKey) {
    return switch (rootKey) {
      case "facts", "trusted", "server_facts" -> true;
      default -> false;
    };
  }

  /** Does not remember a variable that exists during a loop only. */
  void ignore(@Nullable String rootKey) {
    ignored = rootKey;
  }

  /** Whether all variables still have the values that were remembered. */
  boolean areStable(Variables variables, HieraLookup lookup) {
    for (Entry entry : entries) {
      Object value = lookup.locating(() -> variables.get(entry.rootKey(), lookup));
      if (value != null && !entry.segments().isEmpty()) {
        value = KeySegments.dig(entry.key(), entry.segments(), value);
      }
      if (!Objects.equals(entry.value(), value)) {
        return false;
      }
    }
    return true;
  }
}
