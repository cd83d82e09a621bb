// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.LanguageOptions.Strict;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.eval.Compilation;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Site;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges overrides into resources, where that is allowed. */
final class Overrides {

  private final CatalogState state;
  private final Declarations declarations;

  Overrides(CatalogState state, Declarations declarations) {
    this.state = state;
    this.declarations = declarations;
  }

  /** Merges an override at once, or keeps it until its resource comes. */
  void add(CatalogResource target, ParamOverride override) {
    merge(target, override);
  }

  /** Keeps an override whose resource is not there yet. */
  void defer(ParamOverride override) {
    state
        .overrides()
        .computeIfAbsent(override.reference(), reference -> new ArrayList<>())
        .add(override);
  }

  /** Merges what was kept for a resource. */
  void mergeDeferred(CatalogResource resource) {
    List<ParamOverride> kept = state.overrides().remove(resource.toString());
    if (kept != null) {
      kept.forEach(override -> merge(resource, override));
    }
  }

  /** References of overrides for which no resource has come. */
  List<String> remaining() {
    List<String> references = new ArrayList<>();
    state.overrides().values().forEach(all -> all.forEach(one -> references.add(one.reference())));
    return references;
  }

  private void merge(CatalogResource resource, ParamOverride override) {
    CodeUnit source = override.source();
    if (resource.source() != source && !source.isChildOf(resource.source())) {
      throw Errors.at(override.site(), "Only subclasses can override parameters");
    }
    if (resource.isEvaluated()) {
      reportEvaluated(resource, override.site());
    }
    for (Param param : override.params()) {
      override(resource, param);
    }
  }

  private static void reportEvaluated(CatalogResource resource, @Nullable Site site) {
    Compilation compilation = resource.scope().compilation();
    Strict strict = compilation.request().options().strict();
    String location = resource.location();
    String message =
        location.isEmpty()
            ? "Attempt to override an already evaluated resource with new values"
            : "Attempt to override an already evaluated resource, defined at "
                + location
                + ", with new values";
    switch (strict) {
      case OFF -> {}
      case WARNING ->
          compilation
              .log()
              .accept(
                  new LogEntry(
                      "warning",
                      message + (site == null ? "" : site.location()),
                      "Puppet",
                      null,
                      0));
      case ERROR -> throw Errors.at(site, message);
    }
  }

  private void override(CatalogResource resource, Param param) {
    Param current = resource.params().find(param.name());
    if (current == null) {
      declarations.set(resource, param);
      return;
    }
    if (ScopeState.isDefault(resource.scope(), resource.type(), param.name(), param.value())) {
      return;
    }
    if (!isAllowed(resource, current, param)) {
      throw alreadySet(resource, current, param);
    }
    declarations.set(resource, param.append() ? param.withValue(joined(current, param)) : param);
  }

  private static boolean isAllowed(CatalogResource resource, Param current, Param param) {
    CodeUnit source = param.source();
    if (source != null && source.isChildOf(current.source())) {
      return true;
    }
    return source == current.source()
        && ScopeState.isDefault(resource.scope(), resource.type(), param.name(), current.value());
  }

  private static List<Object> joined(Param current, Param param) {
    List<Object> all = new ArrayList<>();
    flattenAll(current.value(), all);
    flattenAll(param.value(), all);
    return all;
  }

  private static void flattenAll(Object value, List<Object> into) {
    if (value instanceof List<?> many) {
      many.forEach(one -> flattenAll(one, into));
    } else {
      into.add(value);
    }
  }

  private static EvaluationException alreadySet(
      CatalogResource resource, Param current, Param param) {
    String location = current.site() == null ? "" : current.site().location().stripLeading();
    return Errors.at(
        param.site(),
        "Parameter '"
            + param.name()
            + "' is already set on "
            + resource
            + (current.source() == null ? "" : " by " + identity(current.source()))
            + (location.isEmpty() ? "" : " at " + location)
            + "; cannot redefine");
  }

  /** Puppet shows Ruby's name of the object here, with its address. */
  private static String identity(CodeUnit unit) {
    return String.format("#<Puppet::Resource::Type:0x%016x>", System.identityHashCode(unit));
  }
}
