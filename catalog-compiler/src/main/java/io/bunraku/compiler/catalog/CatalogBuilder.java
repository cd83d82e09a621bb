// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.CatalogOperations;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.ResourceParameter;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.port.ResourceTypeInfo;
import io.bunraku.compiler.syntax.CatalogExpression.CollectExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ExportedQuery;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceForm;
import io.bunraku.compiler.syntax.CatalogExpression.VirtualQuery;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import io.bunraku.compiler.syntax.Operation.RelationshipOperator;
import io.bunraku.compiler.type.ClassType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.ResourceType;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalog under construction, as evaluation and functions act on it. */
final class CatalogBuilder implements CatalogOperations {

  private final CatalogState state;
  private final Declarations declarations;
  private final Relationships relationships;
  private final Overrides overrides;

  CatalogBuilder(CatalogState state) {
    this.state = state;
    this.declarations = new Declarations(state);
    this.relationships = new Relationships(state, declarations);
    this.overrides = new Overrides(state, declarations);
  }

  Declarations declarations() {
    return declarations;
  }

  Relationships relationships() {
    return relationships;
  }

  Overrides overrides() {
    return overrides;
  }

  @Override
  public List<Object> createResources(
      Scope scope,
      Site site,
      ResourceForm form,
      String typeName,
      List<String> titles,
      List<ResourceParameter> parameters) {
    List<Object> references = new ArrayList<>(titles.size());
    for (CatalogResource resource :
        declarations.create(scope, site, form, typeName, titles, parameters)) {
      references.add(Reference.to(resource));
    }
    return references;
  }

  @Override
  public void setDefaults(
      Scope scope, Site site, String typeName, List<ResourceParameter> parameters) {
    ScopeState scopeState = ScopeState.of(scope);
    String type = capitalizeAll(typeName);
    Map<String, Param> own = scopeState.own(type);
    for (ResourceParameter it : parameters) {
      Param param = Declarations.param(it, scopeState.source());
      if (own.putIfAbsent(param.name(), param) != null) {
        throw Errors.at(
            param.site(),
            "Default already defined for " + type + " { " + param.name() + " }; cannot redefine");
      }
    }
  }

  private String capitalizeAll(String typeName) {
    return state.capitalize(Names.withoutColons(typeName).toLowerCase(Locale.ROOT));
  }

  @Override
  public void overrideResources(
      Scope scope, Site site, List<Object> references, List<ResourceParameter> parameters) {
    CodeUnit source = ScopeState.of(scope).source();
    List<Param> params = new ArrayList<>(parameters.size());
    parameters.forEach(it -> params.add(Declarations.param(it, source)));
    for (Object one : references) {
      if (!(one instanceof ResourceType type) || "class".equals(type.typeName())) {
        throw new EvaluationException(
            "Resource Override can only operate on resources, got: " + label(one),
            "ILLEGAL_OVERRIDDEN_TYPE",
            site);
      }
      override(relationships.reference(type), params, source, site);
    }
  }

  private static String label(Object value) {
    return value instanceof PuppetType type
        ? type + "-Type"
        : io.bunraku.compiler.type.TypeInference.infer(value).generalize().toString();
  }

  private void override(String reference, List<Param> params, CodeUnit source, Site site) {
    CatalogResource target = state.findReference(reference);
    ParamOverride override = new ParamOverride(reference, params, source, site);
    if (target == null) {
      overrides.defer(override);
    } else {
      overrides.add(target, override);
    }
  }

  @Override
  public Object addCollector(Scope scope, Site site, CollectExpression expression) {
    Collector collector = collector(scope, site, expression);
    state.collectors().add(collector);
    return collector;
  }

  private Collector collector(Scope scope, Site site, CollectExpression it) {
    String typeName =
        it.typeExpr() instanceof QualifiedReference reference
            ? reference.casedValue().toLowerCase(Locale.ROOT)
            : "";
    if (typeName.equals("class")) {
      throw new EvaluationException("Classes cannot be collected");
    }
    ResourceKind kind = state.types().find(typeName);
    if (kind == null) {
      throw new EvaluationException("Resource type " + typeName + " doesn't exist");
    }
    String type = state.capitalize(kind.typeName());
    Collector.Overriding overriding = overriding(scope, site, it);
    CollectorQuery query = new CollectorQuery(scope);
    Expression condition = condition(it);
    return it.query() instanceof ExportedQuery
        ? new ExportedCollector(
            state,
            declarations,
            scope,
            type,
            query.predicate(condition),
            query.filter(condition),
            overriding)
        : new CatalogCollector(state, scope, type, query.predicate(condition), overriding);
  }

  private static @Nullable Expression condition(CollectExpression it) {
    return switch (it.query()) {
      case VirtualQuery query -> query.expr();
      case ExportedQuery query -> query.expr();
      default -> null;
    };
  }

  private static Collector.@Nullable Overriding overriding(
      Scope scope, Site site, CollectExpression it) {
    if (it.operations().isEmpty()) {
      return null;
    }
    CodeUnit source = ScopeState.of(scope).source();
    List<Param> params = new ArrayList<>();
    scope
        .compilation()
        .evaluator()
        .evaluateOperations(it.operations(), scope)
        .forEach(parameter -> params.add(Declarations.param(parameter, source)));
    return new Collector.Overriding(params, source, site);
  }

  @Override
  public Object addRelationship(
      Scope scope,
      Site site,
      RelationshipOperator operator,
      List<Object> left,
      List<Object> right) {
    return relationships.add(operator, left, right);
  }

  @Override
  public List<Object> includeClasses(
      Scope scope, Site site, Map<String, @Nullable Map<String, Object>> classes) {
    List<Object> references = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    classes.forEach((name, parameters) -> {
      if (parameters == null) {
        plain.add(name);
      } else {
        declarations.includeWithParameters(scope, name, parameters, false);
      }
      references.add(new ClassType(Names.withoutColons(name)));
    });
    declarations.include(scope, plain, false);
    return references;
  }

  @Override
  public List<String> classNames(List<Object> names) {
    return ClassNames.of(names);
  }

  @Override
  public void contain(Scope scope, Site site, List<String> classes) {
    declarations.contain(scope, classes);
  }

  @Override
  public void require(Scope scope, Site site, List<String> classes) {
    declarations.require(scope, classes);
  }

  @Override
  public void realizeResources(Scope scope, Site site, List<Object> references) {
    List<String> texts = new ArrayList<>();
    for (Object one : references) {
      Reference reference = Reference.of(one);
      texts.add(reference == null ? one.toString() : ReferenceText.of(reference, state));
    }
    state.collectors().add(new FixedSetCollector(state, scope, texts));
  }

  @Override
  public void tag(Scope scope, List<String> tags) {
    if (scope.resource() instanceof CatalogResource resource) {
      declarations.tag(resource, new ArrayList<Object>(tags));
    }
  }

  @Override
  public boolean tagged(Scope scope, List<String> tags) {
    for (String tag : tags) {
      List<String> one = List.of(tag.toLowerCase(Locale.ROOT));
      boolean found =
          state.catalog().tags().contains(one.get(0))
              || (scope.resource() instanceof CatalogResource resource && resource.isTagged(one));
      if (!found) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isResourceType(String typeName) {
    return state.types().find(typeName) != null;
  }

  @Override
  public boolean isParameter(String typeName, String title, String parameter) {
    CatalogResource resource = state.find(typeName, title);
    if (resource == null) {
      return false;
    }
    ResourceTypeInfo info = resource.info();
    CodeUnit unit = resource.unit();
    return info != null
        ? Finisher.isParameter(info, parameter)
        : unit != null && ParameterTypes.of(unit, resource.scope()).isParameter(parameter);
  }

  @Override
  public boolean isDeclared(String typeName, String title) {
    boolean known = typeName.equalsIgnoreCase("class") || isResourceType(typeName);
    return state.find(known ? typeName : "class", title) != null;
  }

  @Override
  public @Nullable Object parameterOf(
      Scope scope, String typeName, String title, String parameter) {
    CatalogResource resource = state.find(typeName, title);
    if (resource == null) {
      return null;
    }
    Object value = resource.value(parameter);
    if (value != Undef.UNDEF) {
      return value;
    }
    Map<String, Param> defaults = ScopeState.lookupDefaults(resource.scope(), resource.type());
    Param param = defaults == null ? null : defaults.get(parameter);
    return param == null ? Undef.UNDEF : param.value();
  }

  @Override
  public boolean isCollector(Object value) {
    return value instanceof Collector;
  }
}
