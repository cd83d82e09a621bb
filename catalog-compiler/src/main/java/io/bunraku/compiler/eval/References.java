// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.link.Bindings;
import io.bunraku.compiler.link.SiteTable;
import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.type.ClassType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.ResourceType;
import io.bunraku.compiler.type.TypeReferenceType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of types, and what stands before {@code []}. */
final class References {

  private final TreeEvaluator evaluator;
  private final Bindings bindings;
  private final TypeNames typeNames;
  private @Nullable Source source;
  private SiteTable sites = new SiteTable();

  References(TreeEvaluator evaluator, Bindings bindings) {
    this.evaluator = evaluator;
    this.bindings = bindings;
    this.typeNames = new TypeNames(bindings);
  }

  /** What is remembered of the nodes of the text that is evaluated. */
  SiteTable sites(Scope scope) {
    if (source != scope.source()) {
      source = scope.source();
      sites = bindings.sites(scope.source());
    }
    return sites;
  }

  TypeNames typeNames() {
    return typeNames;
  }

  Object evalQualifiedReference(QualifiedReference o, Scope scope) {
    PuppetType type = typeNames.find(o.casedValue(), scope);
    if (type instanceof TypeReferenceType reference) {
      throw Issues.at(
          scope, o, "UNKNOWN_RESOURCE_TYPE", "Resource type not found: " + reference.typeString());
    }
    return type;
  }

  Object evalAccessExpression(AccessExpression o, Scope scope) {
    if (!(o.left() instanceof QualifiedReference)) {
      Object left = evaluator.evaluate(o.left(), scope);
      return AccessOperator.access(o, left, keys(o, left, scope), scope);
    }
    SiteTable table = sites(scope);
    if (table.get(o.left().offset()) instanceof PuppetType known) {
      return known;
    }
    Object left = evaluator.evaluate(o.left(), scope);
    Object result = accessType(o, left, scope);
    if (result instanceof PuppetType && StaticExpressions.isStatic(o)) {
      table.put(o.left().offset(), result);
    }
    return result;
  }

  private Object accessType(AccessExpression o, Object left, Scope scope) {
    List<Object> keys = keys(o, left, scope);
    // Resource[File] is File
    if (ResourceType.DEFAULT.equals(left)
        && keys.size() == 1
        && keys.get(0) instanceof ResourceType) {
      return keys.get(0);
    }
    return AccessOperator.access(o, left, keys, scope);
  }

  private List<Object> keys(AccessExpression o, Object left, Scope scope) {
    List<Expression> nodes = o.keys();
    if (nodes.size() == 1 && !(left instanceof ClassType)) {
      return List.of(evaluator.evaluate(nodes.get(0), scope));
    }
    List<Object> keys = new ArrayList<>(nodes.size());
    for (Expression node : nodes) {
      keys.add(
          left instanceof ClassType && node instanceof QualifiedReference reference
              ? typeNames.find(reference.casedValue(), scope)
              : evaluator.evaluate(node, scope));
    }
    return keys;
  }
}
