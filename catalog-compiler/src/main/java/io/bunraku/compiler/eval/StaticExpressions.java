// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.KeyedEntry;
import io.bunraku.compiler.syntax.Literal;
import io.bunraku.compiler.syntax.Operation.UnaryMinusExpression;

/** Which expressions give the same value wherever and whenever they are evaluated. */
final class StaticExpressions {

  private StaticExpressions() {}

  /** Whether an expression depends on nothing but the names of types in the environment. */
  static boolean isStatic(Expression expression) {
    return switch (expression) {
      case Literal literal -> isStaticLiteral(literal);
      case UnaryMinusExpression minus -> minus.expr() instanceof Literal.LiteralInteger;
      case AccessExpression access ->
          access.left() instanceof Literal.QualifiedReference
              && access.keys().stream().allMatch(StaticExpressions::isStatic);
      default -> false;
    };
  }

  private static boolean isStaticLiteral(Literal literal) {
    return switch (literal) {
      case Literal.LiteralList list -> list.values().stream().allMatch(StaticExpressions::isStatic);
      case Literal.LiteralHash hash ->
          hash.entries().stream().allMatch(StaticExpressions::isStaticEntry);
      case Literal.ReservedWord word -> false;
      case Literal.LiteralString o -> true;
      case Literal.LiteralInteger o -> true;
      case Literal.LiteralFloat o -> true;
      case Literal.LiteralBoolean o -> true;
      case Literal.LiteralUndef o -> true;
      case Literal.LiteralDefault o -> true;
      case Literal.LiteralRegularExpression o -> true;
      case Literal.QualifiedName o -> true;
      case Literal.QualifiedReference o -> true;
    };
  }

  private static boolean isStaticEntry(KeyedEntry entry) {
    return isStatic(entry.key()) && isStatic(entry.value());
  }
}
