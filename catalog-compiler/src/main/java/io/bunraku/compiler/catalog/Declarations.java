// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.ResourceParameter;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceForm;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Declares resources and includes classes: what puts resources into the catalog. */
final class Declarations {

  private final CatalogState state;
  private final UnitEvaluation evaluation;
  private final Set<CodeUnit> inheriting = new HashSet<>();

  Declarations(CatalogState state) {
    this.state = state;
    this.evaluation = new UnitEvaluation(state, this);
  }

  UnitEvaluation evaluation() {
    return evaluation;
  }

  /** Declares one resource for each title and returns them. */
  List<CatalogResource> create(
      Scope scope,
      Site site,
      ResourceForm form,
      String typeName,
      List<String> titles,
      List<ResourceParameter> parameters) {
    List<Param> params = params(scope, parameters);
    if (typeName.equalsIgnoreCase("class")) {
      return createClasses(scope, site, form, titles, params);
    }
    ResourceKind kind = state.types().find(typeName);
    if (kind == null) {
      throw new EvaluationException("Unknown resource type: '" + typeName + "'");
    }
    List<CatalogResource> created = new ArrayList<>(titles.size());
    for (String title : titles) {
      CatalogResource resource = build(scope, site, form, kind, title, params);
      add(scope, resource);
      created.add(resource);
    }
    return created;
  }

  private CatalogResource build(
      Scope scope,
      Site site,
      ResourceForm form,
      ResourceKind kind,
      String title,
      List<Param> params) {
    CodeUnit source = ScopeState.of(scope).source();
    CatalogResource resource =
        construct(state.capitalize(kind.typeName()), title, kind, scope, source, site, true);
    resource.setExported(form == ResourceForm.EXPORTED);
    resource.setVirtual(form != ResourceForm.REGULAR);
    fill(resource, params, true);
    return resource;
  }

  private List<CatalogResource> createClasses(
      Scope scope, Site site, ResourceForm form, List<String> titles, List<Param> params) {
    List<CatalogResource> created = new ArrayList<>(titles.size());
    List<@Nullable CodeUnit> units = new ArrayList<>(titles.size());
    titles.forEach(title -> units.add(state.units().hostClass(title)));
    for (int i = 0; i < titles.size(); i++) {
      CodeUnit unit = units.get(i);
      if (unit == null) {
        throw new EvaluationException("Could not find declared class " + titles.get(i));
      }
      CatalogResource resource =
          build(
              scope,
              site,
              form,
              new ResourceKind.Defined(unit),
              Names.classTitle(unit.name()),
              params);
      instantiate(scope, resource, unit);
      add(scope, resource);
      include(scope, List.of(unit.name()), false);
      created.add(resource);
    }
    return created;
  }

  private static List<Param> params(Scope scope, List<ResourceParameter> parameters) {
    CodeUnit source = ScopeState.of(scope).source();
    List<Param> params = new ArrayList<>(parameters.size());
    for (ResourceParameter it : parameters) {
      params.add(param(it, source));
    }
    return params;
  }

  static Param param(ResourceParameter it, CodeUnit source) {
    return new Param(
        it.name(), ParameterValues.convert(it.name(), it.value()), source, it.site(), it.append());
  }

  /** A resource with nothing but what it is; {@link #fill} goes on. */
  CatalogResource construct(
      String type,
      String title,
      ResourceKind kind,
      Scope scope,
      CodeUnit source,
      @Nullable Site site,
      boolean declared) {
    return new CatalogResource(
        type, title, kind, scope, source, site, declared, state.tagTable().empty());
  }

  /** Sets parameters, tags and, unless it is an override, the defaults of the scope. */
  void fill(CatalogResource resource, List<Param> params, boolean withDefaults) {
    for (Param param : params) {
      if (resource.params().find(param.name()) != null) {
        throw Errors.at(
            resource.site(), "Duplicate parameter '" + param.name() + "' for on " + resource);
      }
      set(resource, param);
    }
    tag(resource, resource.type());
    if (!resource.isMain()) {
      resource.setTags(state.tagTable().addIfValid(resource.tags(), resource.title()));
    }
    if (withDefaults) {
      addDefaults(resource);
    }
  }

  private void addDefaults(CatalogResource resource) {
    Map<String, Param> defaults = ScopeState.lookupDefaults(resource.scope(), resource.type());
    if (defaults == null) {
      return;
    }
    for (Param param : defaults.values()) {
      if (resource.params().find(param.name()) == null) {
        set(resource, param);
      }
    }
  }

  /** Sets a parameter; one named {@code tag} adds tags. */
  void set(CatalogResource resource, Param param) {
    if (param.name().equals("tag")) {
      tag(resource, param.value());
    }
    resource.params().set(param);
  }

  void tag(CatalogResource resource, Object tags) {
    resource.setTags(state.tagTable().add(resource.tags(), tags, resource.site()));
  }

  /** Puts a resource into the catalog, contained in what its scope belongs to. */
  void add(Scope scope, CatalogResource resource) {
    state.addDeclared(resource);
    state.catalog().add(resource);
    if (resource.isClass()) {
      return;
    }
    if (Uniqueness.isTruthy(resource.params().value("stage"))) {
      throw new EvaluationException(
          "Only classes can set 'stage'; normal resources like "
              + resource
              + " cannot change run stage");
    }
    if (!resource.isStage() && scope.resource() instanceof CatalogResource container) {
      state.catalog().addEdge(container, resource);
    }
  }

  /**
   * Includes classes.
   *
   * @param names in any case, as they will be shown if there is no such class
   * @param lazy whether they are evaluated later, with the defines
   * @return their resources: first those that were included already
   */
  List<CatalogResource> include(Scope scope, List<String> names, boolean lazy) {
    List<CodeUnit> found = names.stream().map(this::hostClass).toList();
    List<CatalogResource> known = new ArrayList<>();
    List<CatalogResource> fresh = new ArrayList<>();
    for (CodeUnit unit : found) {
      Scope existing = scope.classScope(unit.name());
      if (existing != null && existing.resource() instanceof CatalogResource resource) {
        known.add(resource);
      } else {
        fresh.add(ensureInCatalog(scope, unit, null));
      }
    }
    if (!lazy) {
      fresh.forEach(evaluation::evaluate);
    }
    known.addAll(fresh);
    return known;
  }

  /** Declares a class with parameters, as a classifier does. */
  CatalogResource includeWithParameters(
      Scope scope, String name, Map<String, Object> parameters, boolean lazy) {
    CodeUnit unit = hostClass(name);
    CatalogResource resource = ensureInCatalog(scope, unit, parameters);
    if (!lazy) {
      evaluation.evaluate(resource);
    }
    return resource;
  }

  private CodeUnit hostClass(String name) {
    CodeUnit unit = state.units().hostClass(name);
    if (unit == null) {
      throw new EvaluationException("Could not find class " + name + " for " + state.certname());
    }
    return unit;
  }

  /** The resource of a class or node, made now unless it is there and no parameters are given. */
  CatalogResource ensureInCatalog(
      Scope scope, CodeUnit unit, @Nullable Map<String, Object> parameters) {
    boolean node = unit.kind() == CodeUnit.Kind.NODE;
    String type = node ? CatalogResource.NODE : CatalogResource.CLASS;
    String title = node ? unit.name() : Names.classTitle(unit.name());
    CatalogResource existing = parameters == null ? state.catalog().find(type, title) : null;
    if (existing != null) {
      return existing;
    }
    CatalogResource resource =
        construct(type, title, new ResourceKind.Defined(unit), scope, unit, null, false);
    List<Param> params = new ArrayList<>();
    if (parameters != null) {
      parameters.forEach((name, value) -> params.add(new Param(name, value, unit)));
    }
    fill(resource, params, true);
    instantiate(scope, resource, unit);
    add(scope, resource);
    return resource;
  }

  private void instantiate(Scope scope, CatalogResource resource, CodeUnit unit) {
    CodeUnit parent = evaluation.parent(unit);
    if (parent != null) {
      inherit(scope, unit, parent);
    }
    state.catalog().mergeTags(resource);
  }

  /** Classes that inherit each other have no end in Puppet either; there it is Ruby's stack. */
  private void inherit(Scope scope, CodeUnit unit, CodeUnit parent) {
    if (!inheriting.add(unit)) {
      throw new StackOverflowError("stack level too deep");
    }
    ensureInCatalog(scope, parent, null);
    inheriting.remove(unit);
  }

  /** Makes the scope's resource require classes. */
  void require(Scope scope, List<String> classes) {
    include(scope, classes, false);
    if (!(scope.resource() instanceof CatalogResource resource)) {
      return;
    }
    for (String name : classes) {
      CodeUnit unit = state.units().hostClass(name);
      if (unit == null) {
        continue;
      }
      List<Object> all = new ArrayList<>();
      Object current = resource.params().value("require");
      if (current != Undef.UNDEF) {
        Catalog.flatten(current, all);
      }
      all.add("Class[" + Names.classTitle(unit.name()) + "]");
      set(resource, new Param("require", all, resource.source()));
    }
  }

  /** Contains classes in the scope's resource. */
  void contain(Scope scope, List<String> classes) {
    for (CatalogResource included : include(scope, classes, false)) {
      if (scope.resource() instanceof CatalogResource container) {
        state.catalog().addEdge(container, included);
      }
    }
  }
}
