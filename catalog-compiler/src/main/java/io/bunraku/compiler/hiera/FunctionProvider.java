// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all kinds of data function share: their options, locations and contexts. */
abstract sealed class FunctionProvider implements DataProvider
    permits DataHashProvider, LookupKeyProvider, DataDigProvider {

  private static final String NO_LOCATION = "";

  private final HierarchyLevel level;
  private final ConfiguredProvider parent;
  private final Map<?, ?> options;
  private final @Nullable List<ResolvedLocation> locations;
  private final Map<String, FunctionContext> contexts = new HashMap<>();
  private boolean found;

  FunctionProvider(
      HierarchyLevel level,
      ConfiguredProvider parent,
      Map<?, ?> options,
      @Nullable List<ResolvedLocation> locations) {
    this.level = level;
    this.parent = parent;
    this.options = options;
    this.locations = locations;
  }

  /** What the places have of a key, told step by step to who wants to know. */
  final @Nullable Object explained(
      @Nullable List<ResolvedLocation> places,
      Invocation invocation,
      MergeStrategy merge,
      Function<@Nullable ResolvedLocation, @Nullable Object> read) {
    return invocation.explained(
        Explanation.Kind.PROVIDER,
        "Hierarchy entry \"%s\"".formatted(name()),
        () ->
            places == null
                ? merge.lookup(List.of(""), none -> read.apply(null))
                : merge.lookup(
                    places,
                    invocation,
                    location -> location.explained(invocation, () -> read.apply(location))));
  }

  @Override
  public final String name() {
    return level.name();
  }

  /** The function's name, in which leading colons mean nothing. */
  final String function() {
    return level.function().startsWith("::") ? level.function().substring(2) : level.function();
  }

  final HierarchyLevel level() {
    return level;
  }

  final ConfiguredProvider parent() {
    return parent;
  }

  final @Nullable List<ResolvedLocation> locations() {
    return locations;
  }

  /** How messages call the function. */
  String fullName() {
    return "%s function '%s'".formatted(level.kind().key(), level.function());
  }

  /** {@code Value ... returned from F, when using location 'L',}. */
  final String described(String what, @Nullable ResolvedLocation location) {
    String message = "%s returned from %s".formatted(what, fullName());
    return location == null
        ? message
        : "%s, when using location '%s',".formatted(message, location.shown());
  }

  /** What the function remembers of a location until the compile ends. */
  final FunctionContext context(@Nullable ResolvedLocation location) {
    String key = location == null ? NO_LOCATION : location.value();
    return contexts.computeIfAbsent(key, k -> new FunctionContext(parent.moduleName()));
  }

  /** The options as the hierarchy has them. */
  final Map<?, ?> options() {
    return options;
  }

  final Map<Object, Object> options(@Nullable ResolvedLocation location) {
    Map<Object, Object> all = new LinkedHashMap<>(options);
    if (location != null) {
      all.put(location.optionKey(), location.value());
    }
    return all;
  }

  /**
   * Calls the function.
   *
   * @throws NoSuchKey when the function says so
   */
  final Object call(Invocation invocation, List<Object> arguments) {
    Scope scope = invocation.scope();
    assertExists(scope);
    try {
      return scope
          .compilation()
          .evaluator()
          .callFunction(
              function(), new ArrayList<>(arguments), null, scope, new Site(scope.source(), 0));
    } catch (EvaluationException e) {
      // what a call itself refuses is no LookupError: it takes the position of the outer call
      throw isRefused(e) ? new RubyArgumentError(String.valueOf(e.getMessage())) : e;
    }
  }

  private static boolean isRefused(EvaluationException e) {
    return e.site() == null
        && e.issueCode() == null
        && !e.isPreformatted()
        && !String.valueOf(e.getMessage()).startsWith("value returned from ");
  }

  private void assertExists(Scope scope) {
    if (!found) {
      String name = function();
      found =
          scope.compilation().functions().find(name) != null
              || scope.compilation().loader().function(name) != null
              || scope.compilation().ports().ruby().function(name) != null;
      if (!found) {
        throw parent
            .config()
            .failure(
                "HIERA_DATA_PROVIDER_FUNCTION_NOT_FOUND",
                "Unable to find '%s' function named '%s'"
                    .formatted(level.kind().key(), level.function()),
                0);
      }
    }
  }
}
