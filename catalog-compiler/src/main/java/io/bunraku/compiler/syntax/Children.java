// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.AttributeOperation.NamedAttribute;
import io.bunraku.compiler.syntax.AttributeOperation.SplatAttributes;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The nodes inside a node, in the order in which Puppet's model has them. The order decides which
 * of several errors is told first.
 */
public final class Children {

  private Children() {}

  /** Calls the consumer with all direct children. */
  public static void of(Positioned node, Consumer<Positioned> consumer) {
    switch (node) {
      case Expression expression -> expression(expression, consumer);
      case KeyedEntry n -> pair(n.key(), n.value(), consumer);
      case SelectorEntry n -> pair(n.matching(), n.value(), consumer);
      case CaseOption n -> {
        all(n.values(), consumer);
        consumer.accept(n.thenExpr());
      }
      case Parameter n -> {
        optional(n.value(), consumer);
        optional(n.typeExpr(), consumer);
      }
      case ResourceBody n -> {
        consumer.accept(n.title());
        all(n.operations(), consumer);
      }
      case NamedAttribute n -> consumer.accept(n.value());
      case SplatAttributes n -> consumer.accept(n.expr());
      default -> throw new IllegalArgumentException("no node: " + node.getClass());
    }
  }

  private static void expression(Expression node, Consumer<Positioned> consumer) {
    switch (node) {
      case Literal n -> literal(n, consumer);
      case Operation n -> operation(n, consumer);
      case Access n -> access(n, consumer);
      case Text n -> text(n, consumer);
      case Control n -> control(n, consumer);
      case Call n -> call(n, consumer);
      case CatalogExpression n -> catalog(n, consumer);
      case Definition n -> definition(n, consumer);
    }
  }

  private static void literal(Literal node, Consumer<Positioned> consumer) {
    switch (node) {
      case Literal.LiteralList n -> all(n.values(), consumer);
      case Literal.LiteralHash n -> all(n.entries(), consumer);
      default -> {}
    }
  }

  private static void operation(Operation node, Consumer<Positioned> consumer) {
    switch (node) {
      case Operation.ParenthesizedExpression n -> consumer.accept(n.expr());
      case Operation.NotExpression n -> consumer.accept(n.expr());
      case Operation.UnaryMinusExpression n -> consumer.accept(n.expr());
      case Operation.UnfoldExpression n -> consumer.accept(n.expr());
      case Operation.AssignmentExpression n -> pair(n.left(), n.right(), consumer);
      case Operation.ArithmeticExpression n -> pair(n.left(), n.right(), consumer);
      case Operation.ComparisonExpression n -> pair(n.left(), n.right(), consumer);
      case Operation.MatchExpression n -> pair(n.left(), n.right(), consumer);
      case Operation.InExpression n -> pair(n.left(), n.right(), consumer);
      case Operation.AndExpression n -> pair(n.left(), n.right(), consumer);
      case Operation.OrExpression n -> pair(n.left(), n.right(), consumer);
      case Operation.RelationshipExpression n -> pair(n.left(), n.right(), consumer);
    }
  }

  private static void access(Access node, Consumer<Positioned> consumer) {
    switch (node) {
      case Access.VariableExpression n -> consumer.accept(n.expr());
      case Access.NamedAccessExpression n -> pair(n.left(), n.right(), consumer);
      case Access.AccessExpression n -> {
        consumer.accept(n.left());
        all(n.keys(), consumer);
      }
    }
  }

  private static void text(Text node, Consumer<Positioned> consumer) {
    switch (node) {
      case Text.ConcatenatedString n -> all(n.segments(), consumer);
      case Text.TextExpression n -> consumer.accept(n.expr());
      case Text.HeredocExpression n -> consumer.accept(n.text());
      case Text.EppExpression n -> consumer.accept(n.body());
      case Text.RenderExpression n -> consumer.accept(n.expr());
      case Text.RenderStringExpression n -> {}
    }
  }

  private static void control(Control node, Consumer<Positioned> consumer) {
    switch (node) {
      case Control.Nop n -> {}
      case Control.BlockExpression n -> all(n.statements(), consumer);
      case Control.IfExpression n -> {
        pair(n.test(), n.thenExpr(), consumer);
        consumer.accept(n.elseExpr());
      }
      case Control.UnlessExpression n -> {
        pair(n.test(), n.thenExpr(), consumer);
        consumer.accept(n.elseExpr());
      }
      case Control.CaseExpression n -> {
        consumer.accept(n.test());
        all(n.options(), consumer);
      }
      case Control.SelectorExpression n -> {
        consumer.accept(n.left());
        all(n.selectors(), consumer);
      }
    }
  }

  private static void call(Call node, Consumer<Positioned> consumer) {
    switch (node) {
      case Call.CallNamedFunctionExpression n -> {
        consumer.accept(n.functor());
        all(n.arguments(), consumer);
        optional(n.lambda(), consumer);
      }
      case Call.CallMethodExpression n -> {
        consumer.accept(n.functor());
        all(n.arguments(), consumer);
        optional(n.lambda(), consumer);
      }
      case Call.LambdaExpression n -> {
        all(n.parameters(), consumer);
        consumer.accept(n.body());
        optional(n.returnType(), consumer);
      }
    }
  }

  private static void catalog(CatalogExpression node, Consumer<Positioned> consumer) {
    switch (node) {
      case CatalogExpression.ResourceExpression n -> {
        consumer.accept(n.typeName());
        all(n.bodies(), consumer);
      }
      case CatalogExpression.ResourceDefaultsExpression n -> {
        consumer.accept(n.typeRef());
        all(n.operations(), consumer);
      }
      case CatalogExpression.ResourceOverrideExpression n -> {
        consumer.accept(n.resources());
        all(n.operations(), consumer);
      }
      case CatalogExpression.CollectExpression n -> {
        consumer.accept(n.typeExpr());
        consumer.accept(n.query());
        all(n.operations(), consumer);
      }
      case CatalogExpression.VirtualQuery n -> optional(n.expr(), consumer);
      case CatalogExpression.ExportedQuery n -> optional(n.expr(), consumer);
      case CatalogExpression.ApplyExpression n -> {
        all(n.arguments(), consumer);
        consumer.accept(n.body());
      }
      case CatalogExpression.ApplyBlockExpression n -> all(n.statements(), consumer);
    }
  }

  private static void definition(Definition node, Consumer<Positioned> consumer) {
    switch (node) {
      case Definition.HostClassDefinition n -> named(n.parameters(), n.body(), null, consumer);
      case Definition.ResourceTypeDefinition n -> named(n.parameters(), n.body(), null, consumer);
      case Definition.FunctionDefinition n ->
          named(n.parameters(), n.body(), n.returnType(), consumer);
      case Definition.PlanDefinition n -> named(n.parameters(), n.body(), n.returnType(), consumer);
      case Definition.NodeDefinition n -> {
        optional(n.parent(), consumer);
        all(n.hostMatches(), consumer);
        consumer.accept(n.body());
      }
      case Definition.TypeAlias n -> consumer.accept(n.typeExpr());
      case Definition.TypeMapping n -> pair(n.typeExpr(), n.mappingExpr(), consumer);
      case Definition.TypeDefinition n -> consumer.accept(n.body());
    }
  }

  private static void named(
      List<Parameter> parameters,
      Expression body,
      @Nullable Expression returnType,
      Consumer<Positioned> consumer) {
    all(parameters, consumer);
    consumer.accept(body);
    optional(returnType, consumer);
  }

  private static void pair(Expression first, Expression second, Consumer<Positioned> consumer) {
    consumer.accept(first);
    consumer.accept(second);
  }

  private static void optional(@Nullable Positioned node, Consumer<Positioned> consumer) {
    if (node != null) {
      consumer.accept(node);
    }
  }

  private static void all(List<? extends Positioned> nodes, Consumer<Positioned> consumer) {
    for (Positioned node : nodes) {
      consumer.accept(node);
    }
  }
}
