// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.port.ResourceTypeInfo;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the finished catalog out of the one under construction. */
final class Conversion {

  private final CatalogState state;
  private final Map<String, Map<Object, CatalogResource>> aliases = new HashMap<>();
  private final Map<CatalogResource, FinalResource> converted = new HashMap<>();

  Conversion(CatalogState state) {
    this.state = state;
  }

  /** The resources that are real or exported, in order. Explicit aliases must be unique again. */
  List<FinalResource> resources() {
    List<FinalResource> result = new ArrayList<>();
    for (CatalogResource resource : state.catalog().resources()) {
      if (!resource.isLeftOut()) {
        checkAliases(resource);
        FinalResource it = convert(resource);
        converted.put(resource, it);
        result.add(it);
      }
    }
    return result;
  }

  /** The containment between these resources: pairs of container and content, in order. */
  List<FinalResource[]> edges() {
    List<FinalResource[]> result = new ArrayList<>();
    for (CatalogResource resource : state.catalog().resources()) {
      FinalResource content = converted.get(resource);
      if (content != null) {
        for (CatalogResource container : resource.containers()) {
          FinalResource it = converted.get(container);
          if (it != null) {
            result.add(new FinalResource[] {it, content});
          }
        }
      }
    }
    return result;
  }

  /** The catalog's tags: its classes first, then what it had. */
  TagList tags() {
    TagList tags = state.tagTable().empty();
    for (String name : state.catalog().classes()) {
      tags = state.tagTable().add(tags, name, null);
    }
    return tags.merge(state.catalog().tags());
  }

  private void checkAliases(CatalogResource resource) {
    Map<Object, CatalogResource> titles =
        aliases.computeIfAbsent(resource.type(), type -> new HashMap<>());
    titles.put(resource.title(), resource);
    for (Object alias : Catalog.aliases(resource.params().value("alias"))) {
      Catalog.addAlias(resource, alias, titles);
    }
  }

  private FinalResource convert(CatalogResource resource) {
    Site site = resource.site();
    return new FinalResource(
        resource.type(),
        resource.title(),
        resource.tags(),
        site == null ? null : site.file(),
        site == null ? 0 : site.line(),
        resource.isVirtual(),
        resource.isExported(),
        resource.label(),
        parameters(resource),
        List.copyOf(resource.sensitive()));
  }

  private Map<String, Object> parameters(CatalogResource resource) {
    ResourceTypeInfo info = resource.info();
    Map<String, Object> result =
        info == null ? named(resource.title()) : new LinkedHashMap<>(resource.titleParts(info));
    String namevar = info == null ? "name" : info.namevar();
    for (int i = 0; i < resource.params().size(); i++) {
      Param param = resource.params().at(i);
      if (param.isSet()) {
        String name = param.name().toLowerCase(Locale.ROOT);
        result.put(name.equals("name") ? namevar : name, value(param, resource.site()));
      }
    }
    result.values().removeIf(value -> value == Undef.UNDEF);
    if (!resource.isMain() && resource.title().equals(result.get(namevar))) {
      result.remove(namevar);
    }
    return result;
  }

  private static Map<String, Object> named(String title) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("name", title);
    return parts;
  }

  private Object value(Param param, @Nullable Site site) {
    Object value = param.value();
    if (value instanceof List<?> list
        && (Metaparameters.isRelationship(param.name()) || RichData.holdsReference(list))) {
      List<Object> flat = new ArrayList<>();
      flatten(list, flat, Metaparameters.isRelationship(param.name()));
      value = flat;
    }
    checkTitles(value);
    return RichData.toData(value, state, site);
  }

  /** A reference is copied as a resource, and so its title must fit its type. */
  private void checkTitles(Object value) {
    if (value instanceof List<?> list) {
      list.forEach(this::checkTitles);
    } else if (RichData.isReference(value)) {
      Reference reference = Reference.of(value);
      if (reference != null
          && reference.typeName() != null
          && reference.title() != null
          && state.types().find(reference.typeName()) instanceof ResourceKind.BuiltIn builtIn) {
        Uniqueness.parseTitle(builtIn.info(), reference.title());
      }
    }
  }

  private static void flatten(Object value, List<Object> into, boolean withoutUndef) {
    if (value instanceof List<?> many) {
      many.forEach(one -> flatten(one, into, withoutUndef));
    } else if (!withoutUndef || value != Undef.UNDEF) {
      into.add(value);
    }
  }
}
