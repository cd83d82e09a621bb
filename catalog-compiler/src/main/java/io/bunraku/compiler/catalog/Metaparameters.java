// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import java.util.List;
import java.util.Set;

/** The parameters that every resource has. */
final class Metaparameters {

  /** All, in Puppet's order. */
  static final List<String> NAMES =
      List.of(
          "noop",
          "schedule",
          "audit",
          "loglevel",
          "alias",
          "tag",
          "require",
          "subscribe",
          "before",
          "notify",
          "stage");

  /** Those that are handed down from containers to their content, in Puppet's order. */
  static final List<String> INHERITED =
      List.of("noop", "schedule", "audit", "loglevel", "alias", "tag", "stage");

  private static final Set<String> ALL = Set.copyOf(NAMES);

  private Metaparameters() {}

  static boolean contains(String name) {
    return ALL.contains(name);
  }

  static boolean isRelationship(String name) {
    return switch (name) {
      case "require", "subscribe", "before", "notify" -> true;
      default -> false;
    };
  }
}
