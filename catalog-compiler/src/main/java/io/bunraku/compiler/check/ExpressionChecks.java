// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.syntax.Access;
import io.bunraku.compiler.syntax.AttributeOperation.NamedAttribute;
import io.bunraku.compiler.syntax.AttributeOperation.SplatAttributes;
import io.bunraku.compiler.syntax.Call;
import io.bunraku.compiler.syntax.CaseOption;
import io.bunraku.compiler.syntax.CatalogExpression;
import io.bunraku.compiler.syntax.CatalogExpression.CollectExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceForm;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceOverrideExpression;
import io.bunraku.compiler.syntax.Control;
import io.bunraku.compiler.syntax.Control.BlockExpression;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Issue;
import io.bunraku.compiler.syntax.KeyedEntry;
import io.bunraku.compiler.syntax.Literal;
import io.bunraku.compiler.syntax.Literal.LiteralDefault;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import io.bunraku.compiler.syntax.Operation;
import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.syntax.Positioned;
import io.bunraku.compiler.syntax.ResourceBody;
import io.bunraku.compiler.syntax.SelectorEntry;
import io.bunraku.compiler.syntax.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is checked of each node by itself. */
final class ExpressionChecks {

  private final Findings findings;
  private final RoleChecks roles;
  private final DefinitionChecks definitions;
  private final HeredocChecks heredocs;

  ExpressionChecks(Findings findings, DefinitionChecks definitions, HeredocChecks heredocs) {
    this.findings = findings;
    this.roles = new RoleChecks(findings);
    this.definitions = definitions;
    this.heredocs = heredocs;
  }

  void check(Positioned node) {
    switch (node) {
      case Expression expression -> expression(expression);
      case KeyedEntry n when n.key() instanceof Control.Nop -> throw PuppetStumbles.overSplat();
      case KeyedEntry n -> values(n.key(), n.value());
      case SelectorEntry n -> roles.value(n.matching());
      case CaseOption n -> n.values().forEach(roles::value);
      case Parameter n -> parameter(n);
      case ResourceBody n -> resourceBody(n);
      case NamedAttribute n -> attribute(n);
      case SplatAttributes n -> roles.value(n.expr());
      default -> throw new IllegalArgumentException("no node: " + node.getClass());
    }
  }

  private void expression(Expression node) {
    switch (node) {
      case Literal n -> literal(n);
      case Operation n -> operation(n);
      case Access n -> access(n);
      case Text n -> text(n);
      case Control n -> control(n);
      case Call n -> call(n);
      case CatalogExpression n -> catalog(n);
      case Definition n -> definitions.check(n);
    }
  }

  private void values(Expression first, Expression second) {
    roles.value(first);
    roles.value(second);
  }

  private void literal(Literal node) {
    switch (node) {
      case Literal.LiteralList n -> n.values().forEach(roles::value);
      case Literal.LiteralHash n -> uniqueKeys(n);
      case Literal.LiteralInteger n when n.value() == 0 && findings.hasPending() ->
          findings.reportPending(n);
      case Literal.ReservedWord n ->
          findings.report(
              n.future() ? Issue.FUTURE_RESERVED_WORD : Issue.RESERVED_WORD, n, n.word());
      case QualifiedReference n -> {
        if (!Names.isTypeReference(n.casedValue())) {
          findings.report(Issue.ILLEGAL_CLASSREF, n, n.casedValue());
        }
      }
      default -> {}
    }
  }

  private void uniqueKeys(Literal.LiteralHash node) {
    LiteralValues literals = new LiteralValues(findings.options().version());
    Set<Object> keys = new HashSet<>();
    for (KeyedEntry entry : node.entries()) {
      Object key = literals.of(entry.key());
      if (key != null && !keys.add(key)) {
        findings.report(Issue.DUPLICATE_KEY, entry, LiteralValues.text(key));
      }
    }
  }

  private void operation(Operation node) {
    switch (node) {
      case Operation.ParenthesizedExpression n -> roles.value(n.expr());
      case Operation.NotExpression n -> roles.value(n.expr());
      case Operation.UnaryMinusExpression n -> roles.value(n.expr());
      case Operation.UnfoldExpression n -> roles.value(n.expr());
      case Operation.AssignmentExpression n -> assignment(n);
      case Operation.ArithmeticExpression n -> values(n.left(), n.right());
      case Operation.ComparisonExpression n -> values(n.left(), n.right());
      case Operation.MatchExpression n -> values(n.left(), n.right());
      case Operation.InExpression n -> values(n.left(), n.right());
      case Operation.AndExpression n -> values(n.left(), n.right());
      case Operation.OrExpression n -> values(n.left(), n.right());
      case Operation.RelationshipExpression n -> {
        roles.relationshipSide(n.left());
        roles.relationshipSide(n.right());
      }
    }
  }

  private void assignment(Operation.AssignmentExpression node) {
    if (node.operator().equals("=")) {
      roles.assignable(node.left());
      roles.value(node.right());
    } else {
      findings.report(Issue.APPENDS_DELETES_NO_LONGER_SUPPORTED, node, node.operator());
    }
  }

  private void access(Access node) {
    if (node instanceof Access.VariableExpression variable) {
      variable(variable);
    }
  }

  private void variable(Access.VariableExpression node) {
    switch (node.expr()) {
      case Literal.LiteralInteger n -> {}
      case QualifiedName n -> variableName(node, n.value());
      case Literal.LiteralBoolean n ->
          throw PuppetStumbles.overBoolean(n.value(), findings.options().version());
      default -> illegal(node, "name", node);
    }
  }

  private void variableName(Access.VariableExpression node, String name) {
    if (!Names.startsWithDigit(name)) {
      if (!Names.isVariable(name)) {
        findings.report(Issue.ILLEGAL_VAR_NAME, node, name);
      }
    } else if (!Names.isNumericVariable(name)) {
      findings.report(Issue.ILLEGAL_NUMERIC_VAR_NAME, node, name);
    }
  }

  private void illegal(Expression node, String feature, Positioned container) {
    findings.report(
        Issue.ILLEGAL_EXPRESSION,
        node,
        Labels.withCapitalArticle(node),
        feature,
        Labels.withArticle(container));
  }

  private void text(Text node) {
    switch (node) {
      case Text.TextExpression n -> roles.value(n.expr());
      case Text.RenderExpression n -> roles.value(n.expr());
      case Text.HeredocExpression n -> heredocs.check(n);
      case Text.EppExpression n -> template(n);
      case Text.ConcatenatedString n -> {}
      case Text.RenderStringExpression n -> {}
    }
  }

  private void template(Text.EppExpression node) {
    List<Positioned> path = findings.path();
    if (!path.isEmpty() && path.get(path.size() - 1) instanceof Call.LambdaExpression lambda) {
      definitions.noCapture(node, lambda.parameters());
      definitions.uniqueNames(lambda.parameters());
    }
  }

  private void control(Control node) {
    switch (node) {
      case Control.Nop n -> {}
      case BlockExpression n -> block(n);
      case Control.IfExpression n -> roles.value(n.test());
      case Control.UnlessExpression n -> roles.value(n.test());
      case Control.CaseExpression n -> caseExpression(n);
      case Control.SelectorExpression n -> selector(n);
    }
  }

  /** Whether a block is what the parser makes of a name before attributes without a title. */
  static boolean isResourceWithoutTitle(Expression node) {
    return node instanceof BlockExpression block
        && block.statements().size() == 2
        && block.statements().get(0) instanceof QualifiedName
        && block.statements().get(1) instanceof Literal.LiteralHash;
  }

  private void block(BlockExpression node) {
    boolean untitled = isResourceWithoutTitle(node) && !findings.isTask();
    if (untitled && node.statements().get(0) instanceof QualifiedName name) {
      findings.report(Issue.RESOURCE_WITHOUT_TITLE, node, name.value());
    } else {
      usefulStatements(node.statements());
    }
  }

  /** Only the first is told of. */
  private void usefulStatements(List<Expression> statements) {
    for (int i = 0; i < statements.size() - 1; i++) {
      Expression statement = statements.get(i);
      if (Idem.isIdem(statement)) {
        findings.report(Issue.IDEM_EXPRESSION_NOT_LAST, statement, Labels.label(statement));
        return;
      }
    }
  }

  private void caseExpression(Control.CaseExpression node) {
    roles.value(node.test());
    boolean found = false;
    for (CaseOption option : node.options()) {
      for (Expression value : option.values()) {
        if (value instanceof LiteralDefault) {
          if (found) {
            findings.report(Issue.DUPLICATE_DEFAULT, value, Labels.label(node));
          }
          found = true;
        }
      }
    }
  }

  private void selector(Control.SelectorExpression node) {
    roles.value(node.left());
    node.selectors().stream()
        .map(SelectorEntry::matching)
        .filter(LiteralDefault.class::isInstance)
        .skip(1)
        .findFirst()
        .ifPresent(second -> findings.report(Issue.DUPLICATE_DEFAULT, second, Labels.label(node)));
  }

  private void call(Call node) {
    switch (node) {
      case Call.CallNamedFunctionExpression n -> namedCall(n);
      case Call.CallMethodExpression n -> {}
      case Call.LambdaExpression n -> definitions.lambda(n);
    }
  }

  private void namedCall(Call.CallNamedFunctionExpression node) {
    switch (node.functor()) {
      case QualifiedReference n -> {}
      case QualifiedName n -> {}
      case Access.AccessExpression n when n.left() instanceof QualifiedReference -> {}
      case Text.RenderStringExpression n -> findings.report(Issue.ILLEGAL_EPP_PARAMETERS, node);
      default -> illegal(node.functor(), "function name", node);
    }
  }

  private void catalog(CatalogExpression node) {
    switch (node) {
      case CatalogExpression.ResourceExpression n -> resource(n);
      case CatalogExpression.ResourceDefaultsExpression n -> regular(n, n.form());
      case ResourceOverrideExpression n -> regular(n, n.form());
      case CollectExpression n -> {
        if (!(n.typeExpr() instanceof QualifiedReference)) {
          illegal(n.typeExpr(), "type name", n);
        }
      }
      case CatalogExpression.VirtualQuery n -> {
        if (n.expr() != null) {
          roles.query(n.expr());
        }
      }
      case CatalogExpression.ExportedQuery n -> {
        if (n.expr() != null) {
          roles.query(n.expr());
        }
      }
      case CatalogExpression.ApplyExpression n -> {}
      case CatalogExpression.ApplyBlockExpression n -> usefulStatements(n.statements());
    }
  }

  private void resource(CatalogExpression.ResourceExpression node) {
    boolean isClass = node.typeName() instanceof QualifiedName name && name.value().equals("class");
    if (isClass && node.form() != ResourceForm.REGULAR) {
      findings.report(Issue.CLASS_NOT_VIRTUALIZABLE, node);
    }
  }

  private void regular(CatalogExpression node, ResourceForm form) {
    if (form != ResourceForm.REGULAR) {
      findings.report(Issue.NOT_VIRTUALIZEABLE, node);
    }
  }

  private void resourceBody(ResourceBody node) {
    node.operations().stream()
        .filter(SplatAttributes.class::isInstance)
        .skip(1)
        .forEach(splat -> findings.report(Issue.MULTIPLE_ATTRIBUTES_UNFOLD, splat));
  }

  private void attribute(NamedAttribute node) {
    Positioned container = findings.path().get(findings.path().size() - 1);
    boolean mayAppend =
        container instanceof CollectExpression || container instanceof ResourceOverrideExpression;
    if (node.append() && !mayAppend) {
      findings.report(
          Issue.ILLEGAL_ATTRIBUTE_APPEND, node, node.name(), Labels.withArticle(container));
    }
    roles.value(node.value());
  }

  private void parameter(Parameter node) {
    if (Names.isNumericParameter(node.name())) {
      findings.report(Issue.ILLEGAL_NUMERIC_PARAMETER, node, node.name());
    }
    if (!Names.isParameter(node.name())) {
      findings.report(Issue.ILLEGAL_PARAM_NAME, node, node.name());
    }
    if (node.value() != null) {
      roles.noAssignment(node.value());
    }
  }
}
