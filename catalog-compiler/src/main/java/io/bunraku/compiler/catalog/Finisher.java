// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.port.ResourceTypeInfo;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last work on resources: overrides, secrets, validation, inherited metaparameters and tags.
 */
final class Finisher {

  private final CatalogState state;
  private final Declarations declarations;
  private final Relationships relationships;
  private final Overrides overrides;

  Finisher(
      CatalogState state,
      Declarations declarations,
      Relationships relationships,
      Overrides overrides) {
    this.state = state;
    this.declarations = declarations;
    this.relationships = relationships;
    this.overrides = overrides;
  }

  void finish(CatalogResource main) {
    relationships.evaluate();
    for (CatalogResource resource : state.resources()) {
      overrides.mergeDeferred(resource);
      if (!resource.isFinished()) {
        resource.markFinished();
        finish(main.scope(), resource);
      }
    }
    addMetaparameters(main);
  }

  private void finish(Scope top, CatalogResource resource) {
    resource.finishEvaluation();
    replaceSensitive(resource);
    if (resource.info() != null) {
      validate(resource, resource.info());
    } else if (resource.unit() != null) {
      validate(top, resource, resource.unit());
    }
  }

  private static void replaceSensitive(CatalogResource resource) {
    for (int i = 0; i < resource.params().size(); i++) {
      Param param = resource.params().at(i);
      if (param.value() instanceof Sensitive secret) {
        resource.sensitive().add(param.name());
        resource.params().replace(i, param.withValue(secret.value()));
      }
    }
  }

  private static void validate(CatalogResource resource, ResourceTypeInfo info) {
    if (info.parameters().isEmpty()) {
      return;
    }
    for (int i = 0; i < resource.params().size(); i++) {
      String name = resource.params().at(i).name();
      if (!isParameter(info, name)) {
        String location = resource.site() == null ? "" : resource.site().location();
        throw Errors.at(
            resource.site(), "no parameter named '" + name + "'" + location + " on " + resource);
      }
    }
  }

  static boolean isParameter(ResourceTypeInfo info, String name) {
    return name.equals("name")
        || info.parameters().isEmpty()
        || info.parameters().contains(name)
        || Metaparameters.contains(name);
  }

  private static void validate(Scope top, CatalogResource resource, CodeUnit unit) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < resource.params().size(); i++) {
      Param param = resource.params().at(i);
      boolean secret = resource.sensitive().contains(param.name());
      values.put(param.name(), secret ? new Sensitive(param.value()) : param.value());
    }
    ParameterTypes.of(unit, top).validate(resource.toString(), values, top);
  }

  private void addMetaparameters(CatalogResource main) {
    Map<CatalogResource, Map<String, Object>> data = new HashMap<>();
    state
        .catalog()
        .walk(
            main,
            (container, content) -> {
              Map<String, Object> inherited = data.get(container);
              if (inherited == null) {
                inherited = own(container);
              }
              if (inherited != null) {
                data.put(container, inherited);
                inherit(content, inherited);
                Map<String, Object> all = new LinkedHashMap<>(inherited);
                Map<String, Object> own = own(content);
                if (own != null) {
                  all.putAll(own);
                }
                data.put(content, all);
              }
              content.setTags(content.tags().merge(container.tags()));
            });
  }

  private void inherit(CatalogResource content, Map<String, Object> inherited) {
    inherited.forEach((name, value) -> {
      if (content.params().value(name) == Undef.UNDEF) {
        declarations.set(content, new Param(name, value, content.source()));
      }
    });
  }

  private static @Nullable Map<String, Object> own(CatalogResource resource) {
    Map<String, Object> found = null;
    for (String name : Metaparameters.INHERITED) {
      Object value = resource.params().value(name);
      if (value != Undef.UNDEF) {
        if (found == null) {
          found = new LinkedHashMap<>();
        }
        found.put(name, value);
      }
    }
    return found;
  }

  /** Fails when overrides or realized resources are left for which no resource has come. */
  void failOnUnevaluated() {
    List<String> remaining = overrides.remaining();
    if (!remaining.isEmpty()) {
      throw new EvaluationException(
          "Could not find resource(s) " + String.join(", ", remaining) + " for overriding");
    }
    List<String> unresolved = new ArrayList<>();
    state.collectors().forEach(collector -> unresolved.addAll(collector.unresolved()));
    if (!unresolved.isEmpty()) {
      throw new EvaluationException(
          "Failed to realize virtual resources " + String.join(", ", unresolved));
    }
  }

  /** Fails when a relationship names a resource that is not there. */
  void validateRelationships() {
    for (CatalogResource resource : state.catalog().resources()) {
      if (!resource.isVirtual()) {
        for (int i = 0; i < resource.params().size(); i++) {
          Param param = resource.params().at(i);
          if (Metaparameters.isRelationship(param.name())) {
            validateRelationship(param);
          }
        }
      }
    }
  }

  private void validateRelationship(Param param) {
    List<Object> references = new ArrayList<>();
    Catalog.flatten(param.value(), references);
    for (Object one : references) {
      String reference = ValueText.of(one, state);
      CatalogResource found;
      try {
        found = state.findReference(reference);
      } catch (EvaluationException e) {
        throw Errors.at(param.site(), e.fullMessage());
      }
      if (found == null) {
        throw Errors.at(
            param.site(),
            "Could not find resource '" + reference + "' in parameter '" + param.name() + "'");
      }
    }
  }
}
