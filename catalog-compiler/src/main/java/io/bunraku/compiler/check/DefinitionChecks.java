// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Call.LambdaExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ApplyBlockExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ApplyExpression;
import io.bunraku.compiler.syntax.Control.BlockExpression;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Definition.PlanDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;
import io.bunraku.compiler.syntax.Definition.TypeAlias;
import io.bunraku.compiler.syntax.Definition.TypeDefinition;
import io.bunraku.compiler.syntax.Definition.TypeMapping;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Issue;
import io.bunraku.compiler.syntax.Literal.LiteralList;
import io.bunraku.compiler.syntax.Literal.LiteralRegularExpression;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.syntax.Positioned;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Definitions: their place, their names, their parameters and how they end. */
final class DefinitionChecks {

  private static final Set<String> RESERVED_TYPES =
      Set.of(
          "type",
          "any",
          "unit",
          "scalar",
          "boolean",
          "numeric",
          "integer",
          "float",
          "collection",
          "array",
          "hash",
          "tuple",
          "struct",
          "variant",
          "optional",
          "enum",
          "regexp",
          "pattern",
          "runtime",
          "init",
          "object",
          "sensitive",
          "semver",
          "semverrange",
          "string",
          "timestamp",
          "timespan",
          "typeset");

  private final Findings findings;
  private final FileNamespace namespace;
  private final HostChecks hosts;

  DefinitionChecks(Findings findings, FileNamespace namespace) {
    this.findings = findings;
    this.namespace = namespace;
    this.hosts = new HostChecks(findings);
  }

  void check(Definition node) {
    switch (node) {
      case HostClassDefinition n -> {
        named(n, n.name());
        container(n, n.parameters(), n.body());
        literalTypes(n.parameters());
      }
      case ResourceTypeDefinition n -> {
        named(n, n.name());
        container(n, n.parameters(), n.body());
      }
      case FunctionDefinition n -> function(n, n.name(), n.parameters(), n.returnType());
      case PlanDefinition n -> function(n, n.name(), n.parameters(), n.returnType());
      case NodeDefinition n -> node(n);
      case TypeAlias n -> typeAlias(n);
      case TypeMapping n -> typeMapping(n);
      case TypeDefinition n -> typeDefinition(n);
    }
  }

  private void container(Definition node, List<Parameter> parameters, Expression body) {
    noCapture(node, parameters);
    uniqueNames(parameters);
    for (Parameter parameter : parameters) {
      if (parameter.name().equals("name") || parameter.name().equals("title")) {
        findings.report(
            Issue.RESERVED_PARAMETER, parameter, parameter.name(), "the " + Labels.label(node));
      }
    }
    notIdemLast(node, body);
  }

  /** Puppet 8 warns, of classes only. */
  private void literalTypes(List<Parameter> parameters) {
    if (findings.options().version() != LanguageVersion.PUPPET_8) {
      return;
    }
    for (Parameter parameter : parameters) {
      Expression type = parameter.typeExpr();
      if (type != null && !LiteralTypes.isLiteral(type)) {
        findings.report(
            Issue.ILLEGAL_NONLITERAL_PARAMETER_TYPE,
            parameter,
            parameter.name(),
            "a Puppet::Pops::Model::" + type.getClass().getSimpleName());
      }
    }
  }

  private void notIdemLast(Definition node, Expression body) {
    Expression violator = Idem.last(body);
    if (violator != null && !ExpressionChecks.isResourceWithoutTitle(violator)) {
      findings.report(
          Issue.IDEM_NOT_ALLOWED_LAST,
          violator,
          Labels.label(violator),
          Labels.withCapitalArticle(node));
    }
  }

  private void function(
      Definition node, String name, List<Parameter> parameters, @Nullable Expression returnType) {
    named(node, name);
    returnType(node, returnType);
    uniqueNames(parameters);
  }

  private void node(NodeDefinition node) {
    node.hostMatches().forEach(host -> hosts.check(host, node));
    topLevel(node);
    notIdemLast(node, node.body());
    if (node.parent() != null) {
      findings.report(Issue.ILLEGAL_NODE_INHERITANCE, node.parent());
    }
  }

  private void named(Definition node, String name) {
    topLevel(node);
    if (!Names.isDefinition(name)) {
      findings.report(Issue.ILLEGAL_DEFINITION_NAME, node, name, Labels.withArticle(node));
    }
    location(node, name);
    reservedType(node, name);
    futureReservedWord(node, name);
  }

  private void location(Definition node, String name) {
    boolean wrong =
        switch (namespace) {
          case FileNamespace.None none -> false;
          case FileNamespace.Misplaced misplaced -> true;
          case FileNamespace.Prefix prefix ->
              !name.toLowerCase(Locale.ROOT).startsWith(prefix.prefix());
        };
    String file = findings.source().logicalPath();
    if (wrong && file != null) {
      findings.report(Issue.ILLEGAL_DEFINITION_LOCATION, node, name, file);
    }
  }

  private void reservedType(Definition node, String name) {
    if (RESERVED_TYPES.contains(name)) {
      findings.report(Issue.RESERVED_TYPE_NAME, node, name, Labels.withArticle(node));
    }
  }

  private void futureReservedWord(Positioned node, String name) {
    if (name.equals("plan")) {
      findings.report(Issue.FUTURE_RESERVED_WORD, node, name);
    }
  }

  private void typeAlias(TypeAlias node) {
    topLevel(node);
    if (!Names.isType(node.name())) {
      findings.report(Issue.ILLEGAL_DEFINITION_NAME, node, node.name(), Labels.withArticle(node));
    }
    reservedType(node, node.name());
    typeReference(node, node.typeExpr());
  }

  private void typeDefinition(TypeDefinition node) {
    topLevel(node);
    reservedType(node, node.name());
    findings.report(Issue.UNSUPPORTED_EXPRESSION, node, Labels.withArticle(node));
  }

  private void typeMapping(TypeMapping node) {
    topLevel(node);
    Expression left = node.typeExpr();
    if (!(left instanceof AccessExpression access)
        || !(access.left() instanceof QualifiedReference name)
        || !name.casedValue().equals("Runtime")) {
      findings.report(Issue.UNSUPPORTED_EXPRESSION, node, Labels.withArticle(node));
      return;
    }
    boolean pattern = access.keys().size() == 2 && isReplacement(access.keys().get(1));
    Expression right = node.mappingExpr();
    boolean fits = pattern ? isReplacement(right) : isTypeReference(right);
    if (!fits) {
      findings.report(
          pattern ? Issue.ILLEGAL_REGEXP_TYPE_MAPPING : Issue.ILLEGAL_SINGLE_TYPE_MAPPING,
          node,
          Labels.withCapitalArticle(node));
    }
  }

  private static boolean isReplacement(Expression node) {
    return node instanceof LiteralList list
        && list.values().size() == 2
        && list.values().get(0) instanceof LiteralRegularExpression
        && list.values().get(1) instanceof LiteralString;
  }

  private static boolean isTypeReference(Expression node) {
    Expression type = node instanceof AccessExpression access ? access.left() : node;
    return type instanceof QualifiedReference;
  }

  /** Reports the return type of a function or lambda that is none. */
  void returnType(Positioned node, @Nullable Expression type) {
    if (type != null) {
      typeReference(node, type);
    }
  }

  private void typeReference(Positioned node, Expression type) {
    Expression name = type instanceof AccessExpression access ? access.left() : type;
    if (name instanceof QualifiedReference reference) {
      futureReservedWord(type, reference.casedValue().toLowerCase(Locale.ROOT));
    } else {
      findings.report(
          Issue.ILLEGAL_EXPRESSION,
          type,
          Labels.withCapitalArticle(type),
          "a type reference",
          Labels.withArticle(node));
    }
  }

  /** Reports parameters of a lambda that take the rest of the arguments too early. */
  void captureIsLast(List<Parameter> parameters) {
    for (int i = 0; i < parameters.size() - 1; i++) {
      if (parameters.get(i).capturesRest()) {
        findings.report(Issue.CAPTURES_REST_NOT_LAST, parameters.get(i), parameters.get(i).name());
      }
    }
  }

  /** Reports parameters that take the rest of the arguments where there is no rest. */
  void noCapture(Positioned container, List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (parameter.capturesRest()) {
        findings.report(
            Issue.CAPTURES_REST_NOT_SUPPORTED,
            parameter,
            parameter.name(),
            Labels.withArticle(container));
      }
    }
  }

  /** Reports parameters that have the name of another. */
  void uniqueNames(List<Parameter> parameters) {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : parameters) {
      if (!names.add(parameter.name())) {
        findings.report(Issue.DUPLICATE_PARAMETER, parameter, parameter.name());
      }
    }
  }

  private void topLevel(Definition node) {
    List<Positioned> path = findings.path();
    for (int i = path.size() - 1; i >= 0; i--) {
      Positioned around = path.get(i);
      if (around instanceof ApplyExpression || around instanceof HostClassDefinition) {
        return;
      }
      boolean block = around instanceof BlockExpression || around instanceof ApplyBlockExpression;
      if (!block || (i > 0 && isAbsolute(node))) {
        report(node, block);
        return;
      }
    }
  }

  private void report(Definition node, boolean inBlock) {
    if (inBlock) {
      findings.report(Issue.NOT_ABSOLUTE_TOP_LEVEL, node, Labels.withCapitalArticle(node));
    } else {
      findings.report(Issue.NOT_TOP_LEVEL, node);
    }
  }

  /** Functions and types are found by the loader, which does not look into classes. */
  private static boolean isAbsolute(Definition node) {
    return node instanceof FunctionDefinition
        || node instanceof PlanDefinition
        || node instanceof TypeAlias
        || node instanceof TypeDefinition;
  }

  /** Reports lambdas that hold what is checked here. */
  void lambda(LambdaExpression node) {
    captureIsLast(node.parameters());
    returnType(node, node.returnType());
  }
}
