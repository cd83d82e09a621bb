// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Access.VariableExpression;
import io.bunraku.compiler.syntax.Control.Nop;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.LiteralBoolean;
import io.bunraku.compiler.syntax.Literal.LiteralFloat;
import io.bunraku.compiler.syntax.Literal.LiteralInteger;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import io.bunraku.compiler.syntax.Literal.LiteralUndef;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Operation.AndExpression;
import io.bunraku.compiler.syntax.Operation.ComparisonExpression;
import io.bunraku.compiler.syntax.Operation.ComparisonOperator;
import io.bunraku.compiler.syntax.Operation.OrExpression;
import io.bunraku.compiler.syntax.Operation.ParenthesizedExpression;
import io.bunraku.compiler.syntax.Text.ConcatenatedString;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Values;
import io.bunraku.storeconfig.query.Filter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Turns what stands between the pipes of a collector into a test of resources, and into a filter.
 */
final class CollectorQuery {

  private final Scope scope;

  CollectorQuery(Scope scope) {
    this.scope = scope;
  }

  /** The test that a resource of this catalog must pass. */
  Predicate<CatalogResource> predicate(@Nullable Expression query) {
    return query == null || query instanceof Nop ? resource -> true : test(query);
  }

  private Predicate<CatalogResource> test(Expression query) {
    return switch (query) {
      case ParenthesizedExpression it -> test(it.expr());
      case AndExpression it -> test(it.left()).and(test(it.right()));
      case OrExpression it -> test(it.left()).or(test(it.right()));
      case ComparisonExpression it -> compare(it);
      default -> throw cannotTransform(query);
    };
  }

  private Predicate<CatalogResource> compare(ComparisonExpression comparison) {
    String name = String.valueOf(value(comparison.left()));
    Object wanted = value(comparison.right());
    if (comparison.operator() == ComparisonOperator.NOT_EQUAL) {
      return resource -> !equal(resource.value(name), wanted);
    }
    if (name.equals("tag")) {
      List<String> tags =
          (wanted instanceof List<?> many ? many : List.of(wanted))
              .stream().map(CollectorQuery::tag).toList();
      return resource -> resource.isTagged(tags);
    }
    return resource -> matches(resource.value(name), wanted);
  }

  private static String tag(Object value) {
    if (value instanceof Number) {
      throw new EvaluationException("Cannot transform a number to a tag");
    }
    return value.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean matches(Object actual, Object wanted) {
    return actual instanceof List<?> many
        ? many.stream().anyMatch(one -> equal(one, wanted))
        : equal(actual, wanted);
  }

  private static boolean equal(Object a, Object b) {
    return (a instanceof PuppetType && b instanceof PuppetType)
        ? java.util.Objects.equals(Reference.of(a), Reference.of(b))
        : Values.equal(a, b);
  }

  /** The same as a filter of exported resources. */
  Filter filter(@Nullable Expression query) {
    return query == null || query instanceof Nop ? new Filter.Always() : toFilter(query);
  }

  private Filter toFilter(Expression query) {
    return switch (query) {
      case ParenthesizedExpression it -> toFilter(it.expr());
      case AndExpression it -> new Filter.And(List.of(toFilter(it.left()), toFilter(it.right())));
      case OrExpression it -> new Filter.Or(List.of(toFilter(it.left()), toFilter(it.right())));
      case ComparisonExpression it -> {
        String name = String.valueOf(value(it.left()));
        Object wanted = value(it.right());
        yield it.operator() == ComparisonOperator.NOT_EQUAL
            ? new Filter.NotEq(name, wanted)
            : new Filter.Eq(name, wanted);
      }
      default -> throw cannotTransform(query);
    };
  }

  private Object value(Expression expression) {
    return switch (expression) {
      case LiteralUndef it -> Undef.UNDEF;
      case ParenthesizedExpression it -> value(it.expr());
      case AccessExpression it -> evaluate(it);
      case VariableExpression it -> evaluate(it);
      case LiteralBoolean it -> it.value();
      case LiteralString it -> it.value();
      case LiteralInteger it -> it.value();
      case LiteralFloat it -> it.value();
      case QualifiedName it -> it.value();
      case ConcatenatedString it -> evaluate(it);
      default -> throw cannotTransform(expression);
    };
  }

  private Object evaluate(Expression expression) {
    return scope.compilation().evaluator().evaluate(expression, scope);
  }

  private static EvaluationException cannotTransform(Expression expression) {
    return new EvaluationException(
        "Cannot transform object of class Puppet::Pops::Model::"
            + expression.getClass().getSimpleName());
  }
}
