// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One lookup in progress: whose variables it sees, which keys it is in the middle of (so that a
 * lookup that comes back to itself is noticed), and how far it may reach. A lookup that data starts
 * inherits all but scope and values from the one that it is in.
 */
final class Invocation {

  /** The keys that are being looked up, innermost first. */
  private record Name(String name, @Nullable Name outer) {}

  private final HieraLookup lookup;
  private final Variables variables;
  private final Map<?, ?> overrides;
  private final Map<?, ?> defaults;
  private @Nullable Name names;
  private @Nullable String moduleName;
  private @Nullable LookupKey topKey;
  private boolean globalOnly;
  private boolean hiera3;
  private List<?> locations = List.of();
  private @Nullable Interpolations remembered;
  private @Nullable Explainer explainer;

  Invocation(HieraLookup lookup, Variables variables, Map<?, ?> overrides, Map<?, ?> defaults) {
    this.lookup = lookup;
    this.variables = variables;
    this.overrides = overrides;
    this.defaults = defaults;
    Invocation parent = lookup.current();
    if (parent != null) {
      names = parent.names;
      globalOnly = parent.globalOnly;
      hiera3 = parent.hiera3;
      locations = parent.locations;
      explainer = parent.explainer;
    }
  }

  /** A lookup within this one, with the same values and other variables. */
  Invocation withVariables(Variables other) {
    return new Invocation(lookup, other, overrides, defaults);
  }

  HieraLookup lookup() {
    return lookup;
  }

  Variables variables() {
    return variables;
  }

  Scope scope() {
    return variables.scope();
  }

  Map<?, ?> overrides() {
    return overrides;
  }

  Map<?, ?> defaults() {
    return defaults;
  }

  /** The module whose data is asked, or null. */
  @Nullable String moduleName() {
    return moduleName;
  }

  /** The key that the lookup started with. */
  @Nullable LookupKey topKey() {
    return topKey;
  }

  boolean isGlobalOnly() {
    return globalOnly;
  }

  void setGlobalOnly() {
    globalOnly = true;
  }

  boolean isHiera3() {
    return hiera3;
  }

  void setHiera3() {
    hiera3 = true;
  }

  /** Hierarchy levels that come before those of a version 3 configuration. */
  List<?> locations() {
    return locations;
  }

  void setLocations(@Nullable Object given) {
    if (given != null) {
      List<Object> flat = new ArrayList<>();
      flatten(given, flat);
      locations = Collections.unmodifiableList(flat);
    }
  }

  private static void flatten(Object value, List<Object> flat) {
    if (value instanceof List<?> list) {
      list.forEach(element -> flatten(element, flat));
    } else {
      flat.add(value);
    }
  }

  /** Who is told of each step, or null. */
  @Nullable Explainer explainer() {
    return explainer;
  }

  void explainTo(@Nullable Explainer told) {
    explainer = told;
  }

  /** Runs a step of the lookup that an explanation shows. */
  @Nullable Object explained(Explanation.Kind kind, String name, Supplier<@Nullable Object> step) {
    return explainer == null ? step.get() : explainer.within(kind, name, null, step);
  }

  /** Runs a step with a second line. */
  @Nullable Object explained(
      Explanation.Kind kind,
      String name,
      @Nullable Object detail,
      Supplier<@Nullable Object> step) {
    return explainer == null ? step.get() : explainer.within(kind, name, detail, step);
  }

  /** Tells what a step found: a value, or null for nothing. */
  @Nullable Object report(Object key, @Nullable Object value) {
    if (explainer != null) {
      if (value == null) {
        explainer.notFound(key);
      } else {
        explainer.found(key, value);
      }
    }
    return value;
  }

  /** Remembers what variables a configuration was resolved with. */
  void remember(Interpolations interpolations) {
    remembered = interpolations;
  }

  @Nullable Interpolations remembered() {
    return remembered;
  }

  /** Runs a lookup of a key, inside which other lookups inherit from this one. */
  @Nullable Object lookup(LookupKey key, @Nullable String module, Supplier<@Nullable Object> body) {
    topKey = key;
    moduleName = module == null ? key.moduleName() : module;
    return lookup.within(this, body);
  }

  /**
   * Runs what a key's value depends on.
   *
   * @throws io.bunraku.compiler.eval.EvaluationException when the key is being looked up already
   */
  @Nullable Object check(String name, Supplier<@Nullable Object> body) {
    for (Name next = names; next != null; next = next.outer()) {
      if (next.name().equals(name)) {
        throw LookupErrors.error("Recursive lookup detected in [%s]".formatted(shown()));
      }
    }
    Name before = names;
    names = new Name(name, before);
    try {
      return body.get();
    } catch (io.bunraku.compiler.eval.EvaluationException e) {
      throw e.isPreformatted() ? e : LookupErrors.error(e.fullMessage());
    } finally {
      names = before;
    }
  }

  private String shown() {
    List<String> all = new ArrayList<>();
    for (Name next = names; next != null; next = next.outer()) {
      all.addFirst(next.name());
    }
    return String.join(", ", all);
  }
}
