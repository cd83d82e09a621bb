// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.function.PuppetLambda;
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
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import io.bunraku.compiler.value.Undef;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Human names of nodes and values, as messages have them ({@code model_label_provider.rb}). */
public final class Labels {

  private Labels() {}

  /** A node's label with its indefinite article: {@code a Function Call}. */
  public static String anOf(Positioned node) {
    return article(of(node));
  }

  /** The same, beginning a sentence. */
  public static String upperAnOf(Positioned node) {
    return upper(anOf(node));
  }

  /** A value's label with its indefinite article: {@code an Undef Value}. */
  public static String anOfValue(Object value) {
    return article(ofValue(value));
  }

  /** The same, beginning a sentence. */
  public static String upperAnOfValue(Object value) {
    return upper(anOfValue(value));
  }

  static String upper(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** A text with its indefinite article. */
  public static String article(String label) {
    char first = label.charAt(0);
    if ((first == '"' || first == '\'') && label.length() > 1) {
      first = label.charAt(1);
    }
    return ("aeiouy".indexOf(Character.toLowerCase(first)) >= 0 ? "an " : "a ") + label;
  }

  /** A node's label. */
  public static String of(Positioned node) {
    return switch (node) {
      case Expression expression -> ofExpression(expression);
      case NamedAttribute attribute -> attribute.append() ? "'+>' expression" : "'=>' expression";
      case SplatAttributes splat -> "'* =>' expression";
      case KeyedEntry entry -> "Hash Entry";
      case Parameter parameter -> "Parameter Definition";
      case CaseOption option -> "Case Option";
      case ResourceBody body -> "Resource Instance Definition";
      case SelectorEntry entry -> "Selector Option";
      default -> "Object";
    };
  }

  private static String ofExpression(Expression expression) {
    return switch (expression) {
      case Literal literal -> ofLiteral(literal);
      case Operation operation -> ofOperation(operation);
      case Access access -> ofAccess(access);
      case Text text -> ofText(text);
      case Control control -> ofControl(control);
      case Call call -> ofCall(call);
      case CatalogExpression catalog -> ofCatalogExpression(catalog);
      case Definition definition -> ofDefinition(definition);
    };
  }

  private static String ofLiteral(Literal literal) {
    return switch (literal) {
      case Literal.LiteralString x -> "String";
      case Literal.LiteralInteger x -> "Literal Integer";
      case Literal.LiteralFloat x -> "Literal Float";
      case Literal.LiteralBoolean x -> "Boolean";
      case Literal.LiteralUndef x -> "'undef' expression";
      case Literal.LiteralDefault x -> "'default' expression";
      case Literal.LiteralRegularExpression x -> "Regular Expression";
      case Literal.LiteralList x -> "Array Expression";
      case Literal.LiteralHash x -> "Hash Expression";
      case Literal.QualifiedName x -> "Name";
      case Literal.QualifiedReference x -> "Type-Name";
      case Literal.ReservedWord x -> "Reserved Word '" + x.word() + "'";
    };
  }

  private static String ofOperation(Operation operation) {
    return switch (operation) {
      case Operation.ParenthesizedExpression x -> "Parenthesized Expression";
      case Operation.NotExpression x -> "'not' expression";
      case Operation.UnaryMinusExpression x -> "Unary Minus";
      case Operation.UnfoldExpression x -> "Unfold";
      case Operation.AssignmentExpression x -> quoted(x.operator());
      case Operation.ArithmeticExpression x -> quoted(x.operator().symbol());
      case Operation.ComparisonExpression x -> quoted(x.operator().symbol());
      case Operation.MatchExpression x -> quoted(x.negated() ? "!~" : "=~");
      case Operation.InExpression x -> quoted("in");
      case Operation.AndExpression x -> quoted("and");
      case Operation.OrExpression x -> quoted("or");
      case Operation.RelationshipExpression x -> quoted(x.operator().symbol());
    };
  }

  private static String quoted(String operator) {
    return "'" + operator + "' expression";
  }

  private static String ofAccess(Access access) {
    return switch (access) {
      case Access.VariableExpression x -> "Variable";
      case Access.AccessExpression x -> "'[]' expression";
      case Access.NamedAccessExpression x -> "'.' expression";
    };
  }

  private static String ofText(Text text) {
    return switch (text) {
      case Text.ConcatenatedString x -> "Double Quoted String";
      case Text.TextExpression x -> "Expression in Interpolated String";
      case Text.HeredocExpression x -> "'@(" + x.syntax() + ")' expression";
      case Text.EppExpression x -> "Epp Template";
      case Text.RenderStringExpression x -> "Epp Text";
      case Text.RenderExpression x -> "Epp Interpolated Expression";
    };
  }

  private static String ofControl(Control control) {
    return switch (control) {
      case Control.Nop x -> "Nop Expression";
      case Control.BlockExpression x -> "Block Expression";
      case Control.IfExpression x -> "'if' statement";
      case Control.UnlessExpression x -> "'unless' Statement";
      case Control.CaseExpression x -> "'case' statement";
      case Control.SelectorExpression x -> "Selector Expression";
    };
  }

  private static String ofCall(Call call) {
    return switch (call) {
      case Call.CallNamedFunctionExpression x -> "Function Call";
      case Call.CallMethodExpression x -> "Method call";
      case Call.LambdaExpression x -> "Lambda";
    };
  }

  private static String ofCatalogExpression(CatalogExpression expression) {
    return switch (expression) {
      case CatalogExpression.ResourceExpression x -> "Resource Statement";
      case CatalogExpression.ResourceDefaultsExpression x -> "Resource Defaults Expression";
      case CatalogExpression.ResourceOverrideExpression x -> "Resource Override";
      case CatalogExpression.CollectExpression x -> ofCatalogExpression(x.query());
      case CatalogExpression.VirtualQuery x -> "Virtual Query";
      case CatalogExpression.ExportedQuery x -> "Exported Query";
      case CatalogExpression.ApplyExpression x -> "'apply' expression";
      case CatalogExpression.ApplyBlockExpression x -> "Apply Block Expression";
    };
  }

  private static String ofDefinition(Definition definition) {
    return switch (definition) {
      case Definition.HostClassDefinition x -> "Host Class Definition";
      case Definition.ResourceTypeDefinition x -> "'define' expression";
      case Definition.NodeDefinition x -> "Node Definition";
      case Definition.FunctionDefinition x -> "Function Definition";
      case Definition.PlanDefinition x -> "Plan Definition";
      case Definition.TypeAlias x -> "Type Alias";
      case Definition.TypeMapping x -> "Type Mapping";
      case Definition.TypeDefinition x -> "Type Definition";
    };
  }

  /** A value's label. */
  public static String ofValue(Object value) {
    return switch (value) {
      case String x -> "String";
      case Long x -> "Integer";
      case BigInteger x -> "Integer";
      case Double x -> "Float";
      case Boolean x -> "Boolean";
      case List<?> x -> "Array";
      case Map<?, ?> x -> "Hash";
      case Undef x -> "Undef Value";
      case PuppetRegexp x -> "Regexp";
      case Binary x -> "Binary";
      case Sensitive x -> "Sensitive";
      case Timestamp x -> "Timestamp";
      case Timespan x -> "Timespan";
      case SemVer x -> "Semver";
      case SemVerRange x -> "SemverRange";
      case PuppetType x -> TypeLabels.of(x);
      case PuppetLambda x -> "Object";
      case Default x -> "Object";
      default -> "Object";
    };
  }
}
