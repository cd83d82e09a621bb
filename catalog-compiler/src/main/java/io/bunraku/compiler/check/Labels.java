// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.syntax.Access;
import io.bunraku.compiler.syntax.AttributeOperation.NamedAttribute;
import io.bunraku.compiler.syntax.AttributeOperation.SplatAttributes;
import io.bunraku.compiler.syntax.Call;
import io.bunraku.compiler.syntax.CaseOption;
import io.bunraku.compiler.syntax.CatalogExpression;
import io.bunraku.compiler.syntax.Control;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.KeyedEntry;
import io.bunraku.compiler.syntax.Literal;
import io.bunraku.compiler.syntax.Operation;
import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.syntax.Positioned;
import io.bunraku.compiler.syntax.ResourceBody;
import io.bunraku.compiler.syntax.SelectorEntry;
import io.bunraku.compiler.syntax.Text;

/** What messages call the nodes of a tree ({@code puppet/pops/model/model_label_provider.rb}). */
public final class Labels {

  private Labels() {}

  /** Returns the label of a node without article. */
  public static String label(Positioned node) {
    return switch (node) {
      case Expression expression -> expression(expression);
      case KeyedEntry n -> "Hash Entry";
      case SelectorEntry n -> "Selector Option";
      case CaseOption n -> "Case Option";
      case Parameter n -> "Parameter Definition";
      case ResourceBody n -> "Resource Instance Definition";
      case NamedAttribute n -> quoted(n.append() ? "+>" : "=>");
      case SplatAttributes n -> "Attributes Operation";
      default -> "Object";
    };
  }

  /** Returns the label with {@code a} or {@code an}. */
  public static String withArticle(Positioned node) {
    String label = label(node);
    return article(label) + " " + label;
  }

  /** Returns the label with {@code A} or {@code An}. */
  public static String withCapitalArticle(Positioned node) {
    String label = withArticle(node);
    return "A" + label.substring(1);
  }

  /** Returns {@code a} or {@code an}, as Puppet chooses for a text. */
  public static String article(String text) {
    char first = text.charAt(0);
    char letter = first == '\'' || first == '"' ? text.charAt(1) : first;
    return "aeiouyAEIOUY".indexOf(letter) >= 0 ? "an" : "a";
  }

  private static String quoted(String operator) {
    return "'" + operator + "' expression";
  }

  private static String expression(Expression node) {
    return switch (node) {
      case Literal n -> literal(n);
      case Operation n -> operation(n);
      case Access n -> access(n);
      case Text n -> text(n);
      case Control n -> control(n);
      case Call n -> call(n);
      case CatalogExpression n -> catalog(n);
      case Definition n -> definition(n);
    };
  }

  private static String literal(Literal node) {
    return switch (node) {
      case Literal.LiteralString n -> "String";
      case Literal.LiteralInteger n -> "Literal Integer";
      case Literal.LiteralFloat n -> "Literal Float";
      case Literal.LiteralBoolean n -> "Boolean";
      case Literal.LiteralUndef n -> "'undef' expression";
      case Literal.LiteralDefault n -> "'default' expression";
      case Literal.LiteralRegularExpression n -> "Regular Expression";
      case Literal.LiteralList n -> "Array Expression";
      case Literal.LiteralHash n -> "Hash Expression";
      case Literal.QualifiedName n -> "Name";
      case Literal.QualifiedReference n -> "Type-Name";
      case Literal.ReservedWord n -> "Reserved Word '" + n.word() + "'";
    };
  }

  private static String operation(Operation node) {
    return switch (node) {
      case Operation.ParenthesizedExpression n -> "Parenthesized Expression";
      case Operation.NotExpression n -> "'not' expression";
      case Operation.UnaryMinusExpression n -> "Unary Minus";
      case Operation.UnfoldExpression n -> "Unfold";
      case Operation.AssignmentExpression n -> quoted(n.operator());
      case Operation.ArithmeticExpression n -> quoted(n.operator().symbol());
      case Operation.ComparisonExpression n -> quoted(n.operator().symbol());
      case Operation.MatchExpression n -> quoted(n.negated() ? "!~" : "=~");
      case Operation.InExpression n -> quoted("in");
      case Operation.AndExpression n -> quoted("and");
      case Operation.OrExpression n -> quoted("or");
      case Operation.RelationshipExpression n -> quoted(n.operator().symbol());
    };
  }

  private static String access(Access node) {
    return switch (node) {
      case Access.VariableExpression n -> "Variable";
      case Access.AccessExpression n -> quoted("[]");
      case Access.NamedAccessExpression n -> quoted(".");
    };
  }

  private static String text(Text node) {
    return switch (node) {
      case Text.ConcatenatedString n -> "Double Quoted String";
      case Text.TextExpression n -> "Expression in Interpolated String";
      case Text.HeredocExpression n -> quoted("@(" + n.syntax() + ")");
      case Text.EppExpression n -> "Epp Template";
      case Text.RenderStringExpression n -> "Epp Text";
      case Text.RenderExpression n -> "Epp Interpolated Expression";
    };
  }

  private static String control(Control node) {
    return switch (node) {
      case Control.Nop n -> "Nop Expression";
      case Control.BlockExpression n -> "Block Expression";
      case Control.IfExpression n -> "'if' statement";
      case Control.UnlessExpression n -> "'unless' Statement";
      case Control.CaseExpression n -> "'case' statement";
      case Control.SelectorExpression n -> "Selector Expression";
    };
  }

  private static String call(Call node) {
    return switch (node) {
      case Call.CallNamedFunctionExpression n -> "Function Call";
      case Call.CallMethodExpression n -> "Method call";
      case Call.LambdaExpression n -> "Lambda";
    };
  }

  private static String catalog(CatalogExpression node) {
    return switch (node) {
      case CatalogExpression.ResourceExpression n -> "Resource Statement";
      case CatalogExpression.ResourceDefaultsExpression n -> "Resource Defaults Expression";
      case CatalogExpression.ResourceOverrideExpression n -> "Resource Override";
      case CatalogExpression.CollectExpression n -> label(n.query());
      case CatalogExpression.VirtualQuery n -> "Virtual Query";
      case CatalogExpression.ExportedQuery n -> "Exported Query";
      case CatalogExpression.ApplyExpression n -> quoted("apply");
      case CatalogExpression.ApplyBlockExpression n -> "Apply Block Expression";
    };
  }

  private static String definition(Definition node) {
    return switch (node) {
      case Definition.HostClassDefinition n -> "Host Class Definition";
      case Definition.ResourceTypeDefinition n -> quoted("define");
      case Definition.NodeDefinition n -> "Node Definition";
      case Definition.FunctionDefinition n -> "Function Definition";
      case Definition.PlanDefinition n -> "Plan Definition";
      case Definition.TypeAlias n -> "Type Alias";
      case Definition.TypeMapping n -> "Type Mapping";
      case Definition.TypeDefinition n -> "Type Definition";
    };
  }
}
