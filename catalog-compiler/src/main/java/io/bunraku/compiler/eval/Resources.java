// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.AttributeOperation;
import io.bunraku.compiler.syntax.AttributeOperation.NamedAttribute;
import io.bunraku.compiler.syntax.AttributeOperation.SplatAttributes;
import io.bunraku.compiler.syntax.CatalogExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceDefaultsExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceOverrideExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Operation.RelationshipExpression;
import io.bunraku.compiler.syntax.Operation.RelationshipOperator;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Expressions that work upon the catalog, with their operands evaluated. */
final class Resources {

  private final TreeEvaluator evaluator;
  private final ResourceStatements statements;

  Resources(TreeEvaluator evaluator) {
    this.evaluator = evaluator;
    this.statements = new ResourceStatements(evaluator, this);
  }

  Object eval(CatalogExpression expression, Scope scope) {
    return switch (expression) {
      case CatalogExpression.ResourceExpression o -> statements.evalResourceExpression(o, scope);
      case ResourceDefaultsExpression o -> evalResourceDefaultsExpression(o, scope);
      case ResourceOverrideExpression o -> evalResourceOverrideExpression(o, scope);
      case CatalogExpression.CollectExpression o -> evalCollectExpression(o, scope);
      case CatalogExpression.VirtualQuery o -> Undef.UNDEF;
      case CatalogExpression.ExportedQuery o -> Undef.UNDEF;
      case CatalogExpression.ApplyExpression o -> throw notCompiling(scope, o);
      case CatalogExpression.ApplyBlockExpression o -> throw notCompiling(scope, o);
    };
  }

  private static Object evalCollectExpression(CatalogExpression.CollectExpression o, Scope scope) {
    if (o.query() instanceof CatalogExpression.ExportedQuery) {
      Issues.withoutStoreconfigs(scope, o, "collection will be ignored");
    }
    return scope.compilation().catalog().addCollector(scope, scope.site(o.offset()), o);
  }

  private static EvaluationException notCompiling(Scope scope, CatalogExpression o) {
    return Issues.at(
        scope,
        o,
        "EXPRESSION_NOT_SUPPORTED_WHEN_COMPILING",
        Labels.upperAnOf(o) + " is not available when compiling a catalog");
  }

  private Object evalResourceDefaultsExpression(ResourceDefaultsExpression o, Scope scope) {
    Object type = evaluator.evaluate(o.typeRef(), scope);
    String typeName = TypeLabels.untitledResourceTypeNameOf(type);
    if (typeName == null) {
      throw ResourceStatements.illegalResourceType(
          scope, o.typeRef(), TypeLabels.generalizedTypeOf(type));
    }
    List<ResourceParameter> parameters = evaluateOperations(o.operations(), scope);
    scope.compilation().catalog().setDefaults(scope, scope.site(o.offset()), typeName, parameters);
    return type;
  }

  private Object evalResourceOverrideExpression(ResourceOverrideExpression o, Scope scope) {
    Object evaluated = evaluator.evaluate(o.resources(), scope);
    List<ResourceParameter> parameters = evaluateOperations(o.operations(), scope);
    List<Object> references = AccessOperator.flatten(List.of(evaluated));
    for (Object reference : references) {
      if (!TypeLabels.isResourceReference(reference)) {
        throw Issues.at(
            scope,
            o,
            "ILLEGAL_OVERRIDDEN_TYPE",
            "Resource Override can only operate on resources, got: " + Labels.ofValue(reference));
      }
    }
    scope
        .compilation()
        .catalog()
        .overrideResources(scope, scope.site(o.offset()), references, parameters);
    return evaluated;
  }

  List<ResourceParameter> evaluateOperations(List<AttributeOperation> operations, Scope scope) {
    List<ResourceParameter> parameters = new ArrayList<>(operations.size());
    for (AttributeOperation operation : operations) {
      try {
        evaluateOperation(operation, parameters, scope);
      } catch (EvaluationException e) {
        throw Issues.positioned(e, scope, operation);
      }
    }
    return parameters;
  }

  private void evaluateOperation(
      AttributeOperation operation, List<ResourceParameter> parameters, Scope scope) {
    Site site = scope.site(operation.offset());
    switch (operation) {
      case NamedAttribute o -> {
        Object value = PassedValues.convert(evaluator.evaluate(o.value(), scope));
        parameters.add(new ResourceParameter(o.name(), value, o.append(), site));
      }
      case SplatAttributes o -> addSplat(o, parameters, scope, site);
    }
  }

  private void addSplat(
      SplatAttributes o, List<ResourceParameter> parameters, Scope scope, Site site) {
    Object value = evaluator.evaluate(o.expr(), scope);
    if (!(value instanceof Map<?, ?> map)) {
      throw Issues.at(
          scope,
          o.expr(),
          "TYPE_MISMATCH",
          "Expected value of type Hash, got " + TypeLabels.generalizedTypeOf(value));
    }
    map.forEach((name, each) ->
        parameters.add(
            new ResourceParameter(RubyStrings.toS(name), PassedValues.convert(each), false, site)));
  }

  Object evalRelationshipExpression(RelationshipExpression o, Scope scope) {
    Object left = evaluator.evaluate(o.left(), scope);
    Object right = evaluator.evaluate(o.right(), scope);
    List<Object> lefts = operands(o, left, scope);
    List<Object> rights = operands(o, right, scope);
    RelationshipOperator operator = o.operator();
    return scope
        .compilation()
        .catalog()
        .addRelationship(scope, scope.site(o.offset()), operator, lefts, rights);
  }

  private List<Object> operands(RelationshipExpression o, Object value, Scope scope) {
    Set<Object> operands = new LinkedHashSet<>();
    for (Object each : AccessOperator.flatten(List.of(value))) {
      operands.add(operand(o, each, scope));
    }
    return List.copyOf(operands);
  }

  private Object operand(RelationshipExpression o, Object value, Scope scope) {
    if (scope.compilation().catalog().isCollector(value)) {
      return value;
    }
    Object reference = value instanceof String text ? evaluator.parseType(text, scope) : value;
    if (TypeLabels.isCatalogEntry(reference)) {
      return reference;
    }
    if (TypeLabels.isType(reference)) {
      throw Issues.at(
          scope,
          o,
          "NOT_CATALOG_TYPE",
          "Illegal relationship operand, can not form a relationship with something of type "
              + reference
              + ". A Catalog type is required.");
    }
    throw Issues.at(
        scope,
        o,
        "ILLEGAL_RELATIONSHIP_OPERAND_TYPE",
        "Illegal relationship operand, can not form a relationship with "
            + Labels.anOfValue(reference)
            + ". A Catalog type is required.");
  }

  Object evaluateTitle(Expression title, Scope scope) {
    return evaluator.evaluate(title, scope);
  }
}
