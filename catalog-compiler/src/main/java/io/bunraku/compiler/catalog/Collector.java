// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.catalog.Relationship.Operand;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes virtual resources real, again and again while the catalog grows, and overrides parameters
 * of what it collects. An operand of relationships too.
 */
abstract sealed class Collector permits CatalogCollector, ExportedCollector, FixedSetCollector {

  /** What a collector sets on the resources that it collects. */
  record Overriding(List<Param> params, CodeUnit source, Site site) {}

  private final Scope scope;
  private final @Nullable Overriding overriding;
  private final Map<String, CatalogResource> collected = new LinkedHashMap<>();
  private @Nullable List<Operand> emptyAlternative;

  Collector(Scope scope, @Nullable Overriding overriding) {
    this.scope = scope;
    this.overriding = overriding;
  }

  Scope scope() {
    return scope;
  }

  /** Finds what is to be collected now, the resources collected before included. */
  abstract List<CatalogResource> collect();

  /** References of resources that must exist in the end, but do not yet. */
  List<String> unresolved() {
    return List.of();
  }

  /**
   * Collects.
   *
   * @return whether something was found that was not collected before
   */
  boolean evaluate(Overrides overrides) {
    List<CatalogResource> found = collect();
    found.forEach(resource -> resource.setVirtual(false));
    if (overriding != null && !found.isEmpty()) {
      override(found, overriding, overrides);
    }
    boolean fresh = false;
    for (CatalogResource resource : found) {
      fresh |= collected.putIfAbsent(resource.toString(), resource) == null;
    }
    return fresh;
  }

  private void override(List<CatalogResource> found, Overriding what, Overrides overrides) {
    what.source().startOverriding();
    for (CatalogResource resource : found) {
      if (!collected.containsKey(resource.toString())) {
        overrides.add(
            resource,
            new ParamOverride(
                resource.toString(),
                withDefaults(what.params(), resource.type()),
                what.source(),
                what.site()));
      }
    }
  }

  /** An override is made like any resource, so it carries the defaults of the collector's scope. */
  private List<Param> withDefaults(List<Param> params, String type) {
    Map<String, Param> defaults = ScopeState.lookupDefaults(scope, type);
    if (defaults == null) {
      return params;
    }
    List<Param> all = new ArrayList<>(params);
    for (Param param : defaults.values()) {
      if (params.stream().noneMatch(own -> own.name().equals(param.name()))) {
        all.add(param);
      }
    }
    return all;
  }

  List<String> collectedReferences() {
    return List.copyOf(collected.keySet());
  }

  /** What a chain of relationships has on its left in case that this collects nothing; or null. */
  @Nullable List<Operand> emptyAlternative() {
    return emptyAlternative;
  }

  void setEmptyAlternative(List<Operand> operands) {
    emptyAlternative = operands;
  }
}
