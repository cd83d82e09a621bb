// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.AttributeOperation.NamedAttribute;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prints a tree for people and tests: a line a node, indented, with its type, what it says by
 * itself and where it is ({@code line:column}).
 */
public final class AstDump {

  private final Source source;
  private final StringBuilder out = new StringBuilder();

  private AstDump(Source source) {
    this.source = source;
  }

  /** Returns the dump of a whole program. */
  public static String dump(Program program) {
    return dump(program.source(), program.body());
  }

  /** Returns the dump of a node of a source. */
  public static String dump(Source source, Positioned node) {
    AstDump dump = new AstDump(source);
    dump.node(node, 0);
    return dump.out.toString();
  }

  private void node(Positioned node, int level) {
    out.append("  ".repeat(level)).append(node.getClass().getSimpleName());
    String says = says(node);
    if (says != null) {
      out.append(' ').append(says);
    }
    int offset = node.offset();
    out.append(" @").append(source.line(offset)).append(':').append(source.column(offset));
    out.append('\n');
    Children.of(node, child -> node(child, level + 1));
  }

  private static @Nullable String says(Positioned node) {
    return switch (node) {
      case Literal n -> literal(n);
      case Operation n -> operation(n);
      case Text n -> text(n);
      case Call n -> call(n);
      case CatalogExpression n -> catalog(n);
      case Definition n -> definition(n);
      case Parameter n -> (n.capturesRest() ? "*" : "") + n.name();
      case NamedAttribute n -> n.name() + (n.append() ? " +>" : " =>");
      default -> null;
    };
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\r", "\\r");
    return "'" + escaped.replace("\n", "\\n").replace("\t", "\\t") + "'";
  }

  private static @Nullable String literal(Literal node) {
    return switch (node) {
      case Literal.LiteralString n -> quoted(n.value());
      case Literal.LiteralInteger n -> n.value() + (n.radix() == 10 ? "" : " radix " + n.radix());
      case Literal.LiteralFloat n -> String.valueOf(n.value());
      case Literal.LiteralBoolean n -> String.valueOf(n.value());
      case Literal.LiteralRegularExpression n -> "/" + n.pattern() + "/";
      case Literal.QualifiedName n -> n.value();
      case Literal.QualifiedReference n -> n.casedValue();
      case Literal.ReservedWord n -> n.word();
      case Literal.LiteralUndef n -> null;
      case Literal.LiteralDefault n -> null;
      case Literal.LiteralList n -> null;
      case Literal.LiteralHash n -> null;
    };
  }

  private static @Nullable String operation(Operation node) {
    return switch (node) {
      case Operation.AssignmentExpression n -> n.operator();
      case Operation.ArithmeticExpression n -> n.operator().symbol();
      case Operation.ComparisonExpression n -> n.operator().symbol();
      case Operation.MatchExpression n -> n.negated() ? "!~" : "=~";
      case Operation.RelationshipExpression n -> n.operator().symbol();
      default -> null;
    };
  }

  private static @Nullable String text(Text node) {
    return switch (node) {
      case Text.HeredocExpression n -> n.syntax().isEmpty() ? null : n.syntax();
      case Text.EppExpression n -> n.parametersSpecified() ? "with parameters" : null;
      case Text.RenderStringExpression n -> quoted(n.value());
      default -> null;
    };
  }

  private static @Nullable String call(Call node) {
    return node instanceof Call.CallNamedFunctionExpression n && !n.rvalRequired()
        ? "as statement"
        : null;
  }

  private static @Nullable String catalog(CatalogExpression node) {
    return switch (node) {
      case CatalogExpression.ResourceExpression n -> form(n.form());
      case CatalogExpression.ResourceDefaultsExpression n -> form(n.form());
      case CatalogExpression.ResourceOverrideExpression n -> form(n.form());
      default -> null;
    };
  }

  private static @Nullable String form(CatalogExpression.ResourceForm form) {
    return form == CatalogExpression.ResourceForm.REGULAR
        ? null
        : form.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String definition(Definition node) {
    return switch (node) {
      case Definition.HostClassDefinition n ->
          n.parentClass() == null ? n.name() : n.name() + " inherits " + n.parentClass();
      case Definition.ResourceTypeDefinition n -> n.name();
      case Definition.FunctionDefinition n -> n.name();
      case Definition.PlanDefinition n -> n.name();
      case Definition.TypeAlias n -> n.name();
      case Definition.TypeDefinition n -> n.name();
      case Definition.NodeDefinition n -> null;
      case Definition.TypeMapping n -> null;
    };
  }
}
