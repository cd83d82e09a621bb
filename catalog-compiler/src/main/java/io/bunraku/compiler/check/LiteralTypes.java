// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.KeyedEntry;
import io.bunraku.compiler.syntax.Literal;
import io.bunraku.compiler.syntax.Literal.LiteralHash;
import io.bunraku.compiler.syntax.Literal.LiteralList;
import io.bunraku.compiler.syntax.Operation.UnaryMinusExpression;
import io.bunraku.compiler.syntax.Text.ConcatenatedString;
import java.util.List;

/** Which types of parameters are written without anything that is to be evaluated. */
final class LiteralTypes {

  private LiteralTypes() {}

  static boolean isLiteral(Expression node) {
    return switch (node) {
      case AccessExpression n -> isNoListInList(n) && areLiteral(n.keys());
      case UnaryMinusExpression n -> isLiteral(n.expr());
      case LiteralList n -> areLiteral(n.values());
      case LiteralHash n -> n.entries().stream().allMatch(LiteralTypes::isLiteral);
      case Literal n -> !(n instanceof Literal.ReservedWord);
      case ConcatenatedString n ->
          n.segments().size() == 1 && n.segments().get(0) instanceof Literal.LiteralString;
      default -> false;
    };
  }

  private static boolean isLiteral(KeyedEntry entry) {
    return isLiteral(entry.key()) && isLiteral(entry.value());
  }

  private static boolean areLiteral(List<Expression> nodes) {
    return nodes.stream().allMatch(LiteralTypes::isLiteral);
  }

  /** {@code Optional[[String]]} is a mistake that evaluation forgives. */
  private static boolean isNoListInList(AccessExpression node) {
    return node.keys().size() != 1 || !(node.keys().getFirst() instanceof LiteralList);
  }
}
