// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Operation.ComparisonExpression;
import io.bunraku.compiler.syntax.Operation.ComparisonOperator;
import io.bunraku.compiler.syntax.Operation.MatchExpression;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.RubyClassName;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.RegexpMatch;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Values;

/** The operators {@code == != < > <= >= =~ !~}. */
final class Comparisons {

  private final TreeEvaluator evaluator;

  Comparisons(TreeEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  Object evalComparisonExpression(ComparisonExpression o, Scope scope) {
    Object left = evaluator.evaluate(o.left(), scope);
    Object right = evaluator.evaluate(o.right(), scope);
    return switch (o.operator()) {
      case EQUAL -> Values.equal(left, right);
      case NOT_EQUAL -> !Values.equal(left, right);
      case LESS, GREATER, LESS_OR_EQUAL, GREATER_OR_EQUAL ->
          left instanceof PuppetType type
              ? compareTypes(o.operator(), type, right)
              : compare(o, left, right, scope);
    };
  }

  private static boolean compare(ComparisonExpression o, Object left, Object right, Scope scope) {
    int order = order(o, left, right, scope);
    return switch (o.operator()) {
      case LESS -> order < 0;
      case GREATER -> order > 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
    };
  }

  private static int order(ComparisonExpression o, Object left, Object right, Scope scope) {
    if (left instanceof Number && right instanceof SemVer) {
      throw Arithmetic.versionIsNoNumber();
    }
    try {
      return Values.compare(left, right);
    } catch (EvaluationException e) {
      throw Issues.at(
          scope,
          o,
          "COMPARISON_NOT_POSSIBLE",
          "Comparison of: "
              + Labels.ofValue(left)
              + " "
              + o.operator().symbol()
              + " "
              + Labels.ofValue(right)
              + ", is not possible. Caused by '"
              + e.getMessage()
              + "'.");
    }
  }

  /** The order of types is that of the sets that they stand for. */
  private static boolean compareTypes(ComparisonOperator operator, PuppetType left, Object right) {
    if (!(right instanceof PuppetType other)) {
      return false;
    }
    return switch (operator) {
      case LESS -> other.isAssignable(left) && !left.equals(other);
      case LESS_OR_EQUAL -> other.isAssignable(left);
      case GREATER -> left.isAssignable(other) && !left.equals(other);
      case GREATER_OR_EQUAL -> left.isAssignable(other);
      case EQUAL -> left.equals(other);
      case NOT_EQUAL -> !left.equals(other);
    };
  }

  Object evalMatchExpression(MatchExpression o, Scope scope) {
    Object left = evaluator.evaluate(o.left(), scope);
    Object pattern = evaluator.evaluate(o.right(), scope);
    return matches(o, left, pattern, scope) != o.negated();
  }

  private boolean matches(MatchExpression o, Object left, Object pattern, Scope scope) {
    return switch (pattern) {
      case PuppetType type -> type.isInstance(left);
      case SemVerRange range -> CompareOperator.includes(range, left);
      case PuppetRegexp regexp -> matchesRegexp(o, left, regexp, scope);
      default -> matchesRegexp(o, left, toRegexp(o, pattern, scope), scope);
    };
  }

  private PuppetRegexp toRegexp(MatchExpression o, Object pattern, Scope scope) {
    try {
      if (pattern instanceof String text) {
        return evaluator.bindings().dynamicRegexp(text);
      }
      throw new EvaluationException(
          "no implicit conversion of " + rubyName(pattern) + " into String");
    } catch (EvaluationException e) {
      throw Issues.at(
          scope,
          o.right(),
          "MATCH_NOT_REGEXP",
          "Can not convert right match operand to a regular expression. Caused by '"
              + e.getMessage()
              + "'.");
    }
  }

  private static String rubyName(Object value) {
    return switch (value) {
      case Undef undef -> "nil";
      case Boolean bool -> bool.toString();
      case Default any -> "Symbol";
      default -> RubyClassName.of(value);
    };
  }

  private static boolean matchesRegexp(
      MatchExpression o, Object left, PuppetRegexp regexp, Scope scope) {
    if (!(left instanceof String text)) {
      throw Issues.at(
          scope,
          o.left(),
          "MATCH_NOT_STRING",
          "Left match operand must result in a String value. Got " + Labels.anOfValue(left) + ".");
    }
    RegexpMatch match = regexp.match(text);
    if (match == null) {
      return false;
    }
    scope.pushMatch(match);
    return true;
  }
}
