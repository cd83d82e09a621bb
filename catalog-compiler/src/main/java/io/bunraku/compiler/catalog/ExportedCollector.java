// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Resource;
import io.bunraku.storeconfig.query.Filter;
import io.bunraku.storeconfig.query.ResourceQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code Type<<| query |>>}: collects what this node and others have exported. */
final class ExportedCollector extends Collector {

  private final CatalogState state;
  private final Declarations declarations;
  private final String type;
  private final Predicate<CatalogResource> query;
  private final Filter filter;

  ExportedCollector(
      CatalogState state,
      Declarations declarations,
      Scope scope,
      String type,
      Predicate<CatalogResource> query,
      Filter filter,
      @Nullable Overriding overriding) {
    super(scope, overriding);
    this.state = state;
    this.declarations = declarations;
    this.type = type;
    this.query = query;
    this.filter = filter;
  }

  /** Where a collected resource was exported; it may be collected twice, but not declared twice. */
  private record Origin(String node, String type, String title) {}

  @Override
  List<CatalogResource> collect() {
    if (!scope().compilation().storeconfigs()) {
      return List.of();
    }
    List<CatalogResource> found = new ArrayList<>();
    for (CatalogResource resource : state.resources(type)) {
      if (resource.isExported() && query.test(resource)) {
        found.add(resource);
      }
    }
    CompilerPorts ports = scope().compilation().ports();
    for (ExportedResource exported :
        ports.exports().find(new ResourceQuery(type, filter, state.certname(), null))) {
      CatalogResource added = add(exported);
      if (added != null) {
        found.add(added);
      }
    }
    return found;
  }

  private @Nullable CatalogResource add(ExportedResource exported) {
    Resource resource = exported.resource();
    Origin origin = new Origin(exported.node(), resource.type(), resource.title());
    CatalogResource existing = state.find(resource.type(), resource.title());
    if (existing != null) {
      if (origin.equals(existing.collectorId())) {
        return null;
      }
      throw new EvaluationException(
          "A duplicate resource was found while collecting exported resources, with the type and"
              + " title "
              + resource.type()
              + "["
              + resource.title()
              + "]"
              + duplicate(exported, existing));
    }
    CatalogResource built = build(exported, resource);
    built.setCollectorId(origin);
    declarations.add(scope(), built);
    return built;
  }

  /**
   * Who is to blame, and what to do if one of them is no more; Puppet leaves that to search for.
   */
  private static String duplicate(ExportedResource exported, CatalogResource existing) {
    if (existing.collectorId() instanceof Origin other) {
      return " (exported by %s and by %s; if one of them is gone: bunraku node deactivate NAME)"
          .formatted(other.node(), exported.node());
    }
    String where = existing.site() == null ? "" : " " + existing.site().location().strip();
    return " (exported by %s and declared by this node itself%s; if %s is gone: bunraku node deactivate %s)"
        .formatted(exported.node(), where, exported.node(), exported.node());
  }

  private CatalogResource build(ExportedResource exported, Resource resource) {
    ResourceKind kind = state.types().find(resource.type());
    if (kind == null) {
      throw new EvaluationException("Invalid resource type " + resource.type());
    }
    CodeUnit source = ScopeState.of(scope()).source();
    CatalogResource built =
        declarations.construct(
            resource.type(), resource.title(), kind, scope(), source, null, true);
    built.setVirtual(true);
    List<Param> params = new ArrayList<>();
    resource.parameters().forEach((name, value) -> params.add(new Param(name, value, source)));
    declarations.fill(built, params, true);
    declarations.tag(built, new ArrayList<Object>(resource.tags()));
    exported.sensitiveParameters().forEach(built.sensitive()::add);
    return built;
  }

  @Override
  public String toString() {
    return "Exported-Collector[" + type + "]";
  }
}
