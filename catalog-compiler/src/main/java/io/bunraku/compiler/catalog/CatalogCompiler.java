// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.eval.CatalogOperations;
import io.bunraku.compiler.eval.Compilation;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Jump;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.loader.Loaded;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The phases of one compile, named and ordered as in Puppet's {@code parser/compiler.rb}. Make one
 * for each compile, give {@link #operations()} to the compilation, then {@link #compile} once.
 */
public final class CatalogCompiler {

  private static final int MAXIMUM_LOOPS = 1000;

  private final CatalogState state;
  private final CatalogBuilder builder;
  private final Declarations declarations;
  private final Finisher finisher;
  private @Nullable Scope nodeScope;
  private @Nullable Scope topScope;

  /**
   * Creates the compiler of one catalog.
   *
   * @param request the node
   * @param loader the environment
   * @param types the resource types in Ruby
   */
  public CatalogCompiler(
      CompileRequest request, EnvironmentLoader loader, ModuleResourceTypes types) {
    CodeUnits units = new CodeUnits(loader);
    this.state =
        new CatalogState(
            units,
            new ResourceTypes(loader, types, units),
            request.certname(),
            request.environment());
    this.builder = new CatalogBuilder(state);
    this.declarations = builder.declarations();
    this.finisher = new Finisher(state, declarations, builder.relationships(), builder.overrides());
  }

  /** What evaluation does to the catalog. */
  public CatalogOperations operations() {
    return builder;
  }

  /** The top scope, once {@link #compile} has begun. */
  public Scope topScope() {
    return Objects.requireNonNull(topScope, "nothing is compiled yet");
  }

  /**
   * Compiles.
   *
   * @throws EvaluationException what is wrong with the code
   */
  public CompiledCatalog compile(Compilation compilation) {
    List<Program> programs = compilation.loader().mainManifests();
    CodeUnit main = state.units().main();
    Scope top = Scope.top(compilation, topSource(programs));
    topScope = top;
    top.setDefaults(new ScopeState(main));
    state.units().evaluateTypesIn(top);
    addMainStage(top, main);
    compilation.request().classes().keySet().forEach(state.catalog()::addClass);
    new TopScope(top, compilation.request()).setNodeParameters();
    createSettingsScope(top, compilation.request());
    CatalogResource mainResource = evaluateMain(top, main, programs);
    evaluateAstNode(top, compilation);
    evaluateNodeClasses(nodeScope == null ? top : nodeScope, compilation.request().classes());
    evaluateGenerators();
    finisher.finish(mainResource);
    finisher.failOnUnevaluated();
    finisher.validateRelationships();
    return convert(compilation);
  }

  private static Source topSource(List<Program> programs) {
    return programs.isEmpty() ? new Source(null, null, "") : programs.get(0).source();
  }

  private void addMainStage(Scope top, CodeUnit main) {
    ResourceKind kind = state.types().find("stage");
    if (kind == null) {
      throw new IllegalStateException("the resource type stage is not known");
    }
    CatalogResource stage =
        declarations.construct(CatalogResource.STAGE, "main", kind, top, main, null, false);
    declarations.fill(stage, List.of(), true);
    state.catalog().add(stage);
  }

  private void createSettingsScope(Scope top, CompileRequest request) {
    CodeUnit unit = state.units().settings();
    CatalogResource resource =
        declarations.construct(
            CatalogResource.CLASS,
            Names.classTitle(unit.name()),
            new ResourceKind.Defined(unit),
            top,
            ScopeState.of(top).source(),
            null,
            false);
    declarations.fill(resource, List.of(), true);
    state.catalog().add(resource);
    declarations.evaluation().evaluateSettings(resource);
    Scope scope = top.classScope(unit.name());
    if (scope != null) {
      TopScope.mergeSettings(scope, request.settings(), top.compilation().loader());
    }
  }

  private CatalogResource evaluateMain(Scope top, CodeUnit unit, List<Program> programs) {
    CatalogResource resource =
        declarations.construct(
            CatalogResource.CLASS, "main", new ResourceKind.Defined(unit), top, unit, null, false);
    declarations.fill(resource, List.of(), true);
    top.setResource(resource);
    declarations.add(top, resource);
    declarations.evaluation().evaluateMain(resource, unit, top, programs);
    return resource;
  }

  private void evaluateAstNode(Scope top, Compilation compilation) {
    List<Loaded<NodeDefinition>> nodes = compilation.loader().nodes();
    if (nodes.isEmpty()) {
      return;
    }
    String name = compilation.request().certname().toLowerCase(Locale.ROOT);
    NodeMatch match =
        NodeMatch.find(
            nodes,
            name,
            compilation.request().options().version(),
            compilation.loader().bindings());
    if (match == null) {
      throw new EvaluationException(
          "Could not find node statement with name 'default' or '" + state.certname() + "'");
    }
    declarations.evaluation().setNodeMatch(match.match());
    CodeUnit unit = CodeUnits.node(match.node(), match.name());
    CatalogResource resource = declarations.ensureInCatalog(top, unit, null);
    declarations.evaluation().evaluate(resource);
    nodeScope = top.classScope(unit.name());
  }

  private void evaluateNodeClasses(
      Scope scope, Map<String, @Nullable Map<String, Object>> classes) {
    List<String> plain = new ArrayList<>();
    classes.forEach((name, parameters) -> {
      if (parameters == null || parameters.isEmpty()) {
        plain.add(name);
      } else {
        declarations.includeWithParameters(scope, name, parameters, true);
      }
    });
    declarations.include(scope, plain, true);
  }

  private void evaluateGenerators() {
    boolean more = true;
    for (int count = 0; more; count++) {
      if (count > MAXIMUM_LOOPS) {
        throw new EvaluationException(
            "Somehow looped more than 1000 times while evaluating host catalog");
      }
      boolean collected = evaluateCollections();
      more = evaluateDefinitions() || collected;
    }
  }

  private boolean evaluateCollections() {
    boolean found = false;
    for (Collector collector : List.copyOf(state.collectors())) {
      found |= collector.evaluate(builder.overrides());
    }
    return found;
  }

  private boolean evaluateDefinitions() {
    List<CatalogResource> unevaluated = new ArrayList<>();
    for (CatalogResource resource : state.resources()) {
      if (!resource.isEvaluated() && !resource.isVirtual() && !resource.isBuiltIn()) {
        unevaluated.add(resource);
      }
    }
    unevaluated.forEach(this::evaluateLazily);
    return !unevaluated.isEmpty();
  }

  /** An error in a define shows once more where its resource was declared. */
  private void evaluateLazily(CatalogResource resource) {
    try {
      declarations.evaluation().evaluate(resource);
    } catch (Jump.Break e) {
      throw EvaluationException.atLine(
          "Evaluation Error: Error while evaluating an Object, " + e.getMessage(), null, e.site());
    } catch (Jump e) {
      throw inStatement(
          resource, EvaluationException.atLine(String.valueOf(e.getMessage()), null, e.site()));
    } catch (EvaluationException e) {
      throw inStatement(resource, e);
    }
  }

  private static EvaluationException inStatement(CatalogResource resource, EvaluationException e) {
    Site site = resource.site();
    String message =
        "Evaluation Error: Error while evaluating a Resource Statement, " + e.fullMessage();
    return site == null
        ? new EvaluationException(message)
        : EvaluationException.atLine(message, "RUNTIME_ERROR", site);
  }

  private CompiledCatalog convert(Compilation compilation) {
    Conversion conversion = new Conversion(state);
    List<FinalResource> resources = conversion.resources();
    return new FinishedCatalog(
        state.certname(),
        state.environment(),
        version(compilation),
        compilation.request().codeId(),
        randomUuid(compilation),
        conversion.tags(),
        state.catalog().classes(),
        resources,
        conversion.edges());
  }

  private static Object version(Compilation compilation) {
    Object given = compilation.request().version();
    return given != null ? given : compilation.ports().clock().instant().getEpochSecond();
  }

  private static UUID randomUuid(Compilation compilation) {
    long high = (compilation.ports().random().nextLong() & ~0xF000L) | 0x4000L;
    long low = (compilation.ports().random().nextLong() >>> 2) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
