// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.Compilation;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.ParameterScope;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.value.RegexpMatch;
import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the code of classes, defines and nodes, once for each resource of theirs. */
final class UnitEvaluation {

  private final CatalogState state;
  private final Declarations declarations;
  private @Nullable RegexpMatch nodeMatch;

  UnitEvaluation(CatalogState state, Declarations declarations) {
    this.state = state;
    this.declarations = declarations;
  }

  /** The match variables that the node's name gives to its code. */
  void setNodeMatch(@Nullable RegexpMatch match) {
    nodeMatch = match;
  }

  /** Evaluates a class, define or node unless that was done already. */
  void evaluate(CatalogResource resource) {
    if (resource.isEvaluated()) {
      return;
    }
    resource.markEvaluated();
    CodeUnit unit = resource.unit();
    if (unit == null) {
      throw new EvaluationException("Cannot find definition " + resource.type());
    }
    resource.finishEvaluation();
    evaluateCode(resource, unit);
  }

  /** Evaluates the class of the settings, which gets no tags of the top. */
  void evaluateSettings(CatalogResource resource) {
    CodeUnit unit = resource.unit();
    resource.markEvaluated();
    if (unit != null) {
      evaluateCode(resource, unit);
    }
  }

  /** Evaluates {@code Class[main]} in the top scope: all main manifests in order. */
  void evaluateMain(CatalogResource resource, CodeUnit unit, Scope top, List<Program> programs) {
    resource.markEvaluated();
    resource.finishEvaluation();
    setParameters(resource, unit, top);
    addEdgeToStage(resource);
    for (Program program : programs) {
      top.compilation().evaluator().evaluateProgram(program, top);
    }
  }

  private void evaluateCode(CatalogResource resource, CodeUnit unit) {
    Scope inherited = evaluateParent(resource, unit);
    Scope outer = inherited == null ? resource.scope() : inherited;
    Scope scope =
        outer.newScope(kind(unit), unit.name(), text(unit, outer), unit.moduleName(), resource);
    scope.setDefaults(new ScopeState(unit));
    if (inherited != null) {
      scope.setInheritedScope(inherited);
    }
    if (unit.kind() != CodeUnit.Kind.DEFINE) {
      state.catalog().addClass(unit.name());
    }
    setParameters(resource, unit, scope);
    addEdgeToStage(resource);
    Expression body = unit.body();
    if (body == null) {
      return;
    }
    if (unit.kind() == CodeUnit.Kind.NODE) {
      evaluateNode(body, scope);
    } else {
      scope.compilation().evaluator().evaluateBody(body, scope);
    }
  }

  private void evaluateNode(Expression body, Scope scope) {
    if (nodeMatch != null) {
      scope.pushMatch(nodeMatch);
    }
    scope.compilation().evaluator().evaluateNode(body, scope);
  }

  private static Source text(CodeUnit unit, Scope outer) {
    Source text = unit.text();
    return text == null ? outer.source() : text;
  }

  private static Scope.Kind kind(CodeUnit unit) {
    return switch (unit.kind()) {
      case CLASS -> Scope.Kind.CLASS;
      case DEFINE -> Scope.Kind.DEFINE;
      case NODE -> Scope.Kind.NODE;
    };
  }

  /** The class that a class inherits, or null. */
  @Nullable CodeUnit parent(CodeUnit unit) {
    String name = unit.parentName();
    if (name == null || unit.parent() != null) {
      return unit.parent();
    }
    CodeUnit parent = state.units().hostClass(name);
    if (parent == null) {
      throw Errors.at(
          unit.text() == null ? null : new Site(unit.text(), unit.offset()),
          "Could not find parent resource type '"
              + name
              + "' of type hostclass in "
              + state.environment());
    }
    unit.resolveParent(parent);
    return parent;
  }

  private @Nullable Scope evaluateParent(CatalogResource resource, CodeUnit unit) {
    CodeUnit parent = parent(unit);
    if (parent == null) {
      return null;
    }
    CatalogResource inherited =
        state.catalog().find(CatalogResource.CLASS, Names.classTitle(parent.name()));
    if (inherited == null) {
      return null;
    }
    evaluate(inherited);
    Scope scope = resource.scope().classScope(parent.name());
    if (scope == null) {
      throw new EvaluationException("Could not find scope for " + parent.name());
    }
    return scope;
  }

  private void setParameters(CatalogResource resource, CodeUnit unit, Scope scope) {
    setModuleNames(resource, unit, scope);
    if (unit.kind() == CodeUnit.Kind.CLASS) {
      injectExternalParameters(resource, unit, scope);
    }
    setTitle(resource, unit, scope);
    if (unit.kind() != CodeUnit.Kind.DEFINE) {
      scope.setClassScope(unit.name(), scope);
    }
    Map<String, Object> values = bind(resource, unit, scope);
    ParameterTypes.of(unit, scope).validate(resource.toString(), values, scope);
    values.forEach(scope::setVariable);
  }

  private static void setModuleNames(CatalogResource resource, CodeUnit unit, Scope scope) {
    Object module = resource.params().value("module_name");
    if (module != Undef.UNDEF) {
      scope.setVariable("module_name", module);
    } else if (unit.moduleName() != null) {
      scope.setVariable("module_name", unit.moduleName());
    }
    Object caller = resource.params().value("caller_module_name");
    Scope outer = scope.parent();
    String outerModule = outer == null ? null : ScopeState.of(outer).source().moduleName();
    if (caller != Undef.UNDEF) {
      scope.setVariable("caller_module_name", caller);
    } else if (outerModule != null) {
      scope.setVariable("caller_module_name", outerModule);
    }
  }

  private static void setTitle(CatalogResource resource, CodeUnit unit, Scope scope) {
    if (unit.kind() == CodeUnit.Kind.CLASS) {
      scope.setVariable("title", resource.title().toLowerCase(Locale.ROOT));
      scope.setVariable("name", resource.name().toString().toLowerCase(Locale.ROOT));
    } else {
      scope.setVariable("title", resource.title());
      scope.setVariable("name", resource.name());
    }
  }

  private void injectExternalParameters(CatalogResource resource, CodeUnit unit, Scope scope) {
    Compilation compilation = scope.compilation();
    for (Parameter parameter : unit.parameters()) {
      if (resource.params().value(parameter.name()) != Undef.UNDEF) {
        continue;
      }
      Object found = compilation.lookup().lookup(scope, unit.name() + "::" + parameter.name());
      if (found != null && (found != Undef.UNDEF || parameter.value() == null)) {
        declarations.set(resource, new Param(parameter.name(), found, resource.source()));
      }
    }
  }

  private Map<String, Object> bind(CatalogResource resource, CodeUnit unit, Scope scope) {
    List<String> names = unit.parameters().stream().map(Parameter::name).toList();
    try (ParameterScope binding = new ParameterScope(scope, resource.toString(), names)) {
      for (int i = 0; i < resource.params().size(); i++) {
        Param param = resource.params().at(i);
        if (!param.name().equals("name") && !param.name().equals("title")) {
          binding.set(param.name(), param.value());
        }
      }
      for (Parameter parameter : unit.parameters()) {
        assignDefault(resource, parameter, binding);
      }
      return binding.toMap();
    }
  }

  private void assignDefault(
      CatalogResource resource, Parameter parameter, ParameterScope binding) {
    Expression expression = parameter.value();
    if (expression == null || resource.params().value(parameter.name()) != Undef.UNDEF) {
      return;
    }
    Object value =
        ParameterValues.convert(parameter.name(), binding.evaluate(parameter.name(), expression));
    declarations.set(resource, new Param(parameter.name(), value, resource.source()));
    binding.set(parameter.name(), value);
  }

  /** Puts a class into its stage. */
  void addEdgeToStage(CatalogResource resource) {
    if (!resource.isClass()) {
      return;
    }
    Object own = resource.params().value("stage");
    Object wanted = own;
    if (wanted == Undef.UNDEF && resource.scope().resource() instanceof CatalogResource outer) {
      wanted = outer.params().value("stage");
    }
    CatalogResource stage = state.find("stage", wanted == Undef.UNDEF ? "main" : wanted.toString());
    if (stage == null) {
      throw new EvaluationException(
          "Could not find stage "
              + (own == Undef.UNDEF ? "main" : own)
              + " specified by "
              + resource);
    }
    if (own == Undef.UNDEF && !stage.title().equals("main")) {
      declarations.set(resource, new Param("stage", stage.title(), resource.source()));
    }
    state.catalog().addEdge(stage, resource);
  }
}
