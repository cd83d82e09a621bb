// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.port.ResourceTypeInfo;
import io.bunraku.compiler.ruby.RubyInspect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the parts that make one catalog share. Lives and dies with one compile on one thread. */
final class CatalogState {

  private final TagTable tagTable = new TagTable();
  private final Catalog catalog = new Catalog(tagTable);
  private final CodeUnits units;
  private final ResourceTypes types;
  private final String certname;
  private final String environment;
  private final List<CatalogResource> resources = new ArrayList<>();
  private final Map<String, List<CatalogResource>> byType = new HashMap<>();
  private final List<Collector> collectors = new ArrayList<>();
  private final List<Relationship> relationships = new ArrayList<>();
  private final Map<String, List<ParamOverride>> overrides = new LinkedHashMap<>();
  private final Map<String, String> capitalized = new HashMap<>();

  CatalogState(CodeUnits units, ResourceTypes types, String certname, String environment) {
    this.units = units;
    this.types = types;
    this.certname = certname;
    this.environment = environment;
  }

  TagTable tagTable() {
    return tagTable;
  }

  Catalog catalog() {
    return catalog;
  }

  CodeUnits units() {
    return units;
  }

  ResourceTypes types() {
    return types;
  }

  String certname() {
    return certname;
  }

  String environment() {
    return environment;
  }

  /** All resources that code has declared, in order; {@code Stage[main]} and settings are not. */
  List<CatalogResource> resources() {
    return resources;
  }

  /** Those of one type (capitalised), in order. */
  List<CatalogResource> resources(String type) {
    return byType.getOrDefault(type, List.of());
  }

  void addDeclared(CatalogResource resource) {
    resources.add(resource);
    byType.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
  }

  List<Collector> collectors() {
    return collectors;
  }

  List<Relationship> relationships() {
    return relationships;
  }

  /** Overrides of resources that are not there yet, by reference. */
  Map<String, List<ParamOverride>> overrides() {
    return overrides;
  }

  String capitalize(String typeName) {
    return capitalized.computeIfAbsent(typeName, Names::capitalizeSegments);
  }

  /**
   * Finds a resource by type in any case and title, alias or values of its namevars.
   *
   * @return null when there is none
   */
  @Nullable CatalogResource find(String typeName, String title) {
    String type = typeName.isEmpty() ? CatalogResource.CLASS : capitalize(typeName);
    boolean isClass = type.equals(CatalogResource.CLASS);
    String key = isClass ? Names.classTitle(title) : title;
    CatalogResource found = catalog.find(type, key);
    if (found != null || isClass) {
      return found;
    }
    List<Object> unique = Uniqueness.key(info(type), type, title);
    return catalog.find(type, unique.size() == 1 ? unique.get(0) : unique);
  }

  private @Nullable ResourceTypeInfo info(String type) {
    return types.find(type) instanceof ResourceKind.BuiltIn builtIn ? builtIn.info() : null;
  }

  /**
   * Finds a resource by its reference.
   *
   * @throws EvaluationException when the text is no reference
   */
  @Nullable CatalogResource findReference(String reference) {
    String[] parts = Names.splitReference(reference);
    if (parts == null) {
      throw new EvaluationException(
          "No title provided and "
              + RubyInspect.inspect(reference)
              + " is not a valid resource reference");
    }
    return find(parts[0], parts[1]);
  }
}
