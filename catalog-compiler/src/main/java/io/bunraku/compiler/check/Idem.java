// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.syntax.Access;
import io.bunraku.compiler.syntax.Call;
import io.bunraku.compiler.syntax.CaseOption;
import io.bunraku.compiler.syntax.CatalogExpression;
import io.bunraku.compiler.syntax.Control;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal;
import io.bunraku.compiler.syntax.Operation;
import io.bunraku.compiler.syntax.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which expressions are known to change nothing, so that they are pointless as statements. */
final class Idem {

  private Idem() {}

  /** Returns the last expression of a body when it changes nothing, else null. */
  static @Nullable Expression last(Expression body) {
    if (body instanceof Control.BlockExpression block) {
      Expression last = block.statements().get(block.statements().size() - 1);
      return isIdem(last) ? last : null;
    }
    return body instanceof Control.Nop || !isIdem(body) ? null : body;
  }

  static boolean isIdem(Expression node) {
    return switch (node) {
      case Literal n -> true;
      case Operation n -> operation(n);
      case Access n -> true;
      case Text n -> text(n);
      case Control n -> control(n);
      case Call n -> false;
      case CatalogExpression n -> catalog(n);
      case Definition n -> false;
    };
  }

  private static boolean operation(Operation node) {
    return switch (node) {
      case Operation.MatchExpression n -> false;
      case Operation.RelationshipExpression n -> false;
      case Operation.AssignmentExpression n -> false;
      case Operation.ParenthesizedExpression n -> isIdem(n.expr());
      default -> true;
    };
  }

  private static boolean text(Text node) {
    return switch (node) {
      case Text.ConcatenatedString n -> true;
      case Text.TextExpression n -> true;
      case Text.HeredocExpression n -> true;
      case Text.EppExpression n -> false;
      case Text.RenderStringExpression n -> false;
      case Text.RenderExpression n -> false;
    };
  }

  private static boolean control(Control node) {
    return switch (node) {
      case Control.Nop n -> true;
      case Control.BlockExpression n -> all(n.statements());
      case Control.IfExpression n -> all(List.of(n.test(), n.thenExpr(), n.elseExpr()));
      case Control.UnlessExpression n -> all(List.of(n.test(), n.thenExpr(), n.elseExpr()));
      case Control.CaseExpression n ->
          isIdem(n.test()) && n.options().stream().allMatch(Idem::option);
      case Control.SelectorExpression n -> true;
    };
  }

  private static boolean option(CaseOption option) {
    return all(option.values()) && isIdem(option.thenExpr());
  }

  private static boolean catalog(CatalogExpression node) {
    return node instanceof CatalogExpression.ApplyBlockExpression block && all(block.statements());
  }

  private static boolean all(List<Expression> nodes) {
    for (Expression node : nodes) {
      if (!isIdem(node)) {
        return false;
      }
    }
    return true;
  }
}
