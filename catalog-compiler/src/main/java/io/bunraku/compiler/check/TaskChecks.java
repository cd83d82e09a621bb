// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.syntax.CatalogExpression.ApplyBlockExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ApplyExpression;
import io.bunraku.compiler.syntax.CatalogExpression.CollectExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceDefaultsExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceOverrideExpression;
import io.bunraku.compiler.syntax.CatalogExpression.VirtualQuery;
import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;
import io.bunraku.compiler.syntax.Issue;
import io.bunraku.compiler.syntax.Operation.RelationshipExpression;
import io.bunraku.compiler.syntax.Positioned;

/**
 * What plans may not do, for they make no catalog but in the blocks that they apply ({@code
 * validation/tasks_checker.rb}).
 */
final class TaskChecks {

  private final Findings findings;

  TaskChecks(Findings findings) {
    this.findings = findings;
  }

  /** Reports a node that does not belong where it is; false leaves it to the other checks. */
  boolean refuses(Positioned node) {
    return switch (node) {
      case HostClassDefinition n -> scripting(n);
      case ResourceTypeDefinition n -> scripting(n);
      case ApplyExpression n -> isInApply() && compiling(n);
      case CollectExpression n when isInApply() ->
          !(n.query() instanceof VirtualQuery) && compiling(n);
      case CollectExpression n -> scripting(n);
      case NodeDefinition n -> !isInApply() && scripting(n);
      case RelationshipExpression n -> !isInApply() && scripting(n);
      case ResourceExpression n -> !isInApply() && scripting(n);
      case ResourceDefaultsExpression n -> !isInApply() && scripting(n);
      case ResourceOverrideExpression n -> !isInApply() && scripting(n);
      default -> false;
    };
  }

  private boolean scripting(Positioned node) {
    return report(Issue.EXPRESSION_NOT_SUPPORTED_WHEN_SCRIPTING, node);
  }

  private boolean compiling(Positioned node) {
    return report(Issue.EXPRESSION_NOT_SUPPORTED_WHEN_COMPILING, node);
  }

  private boolean report(Issue issue, Positioned node) {
    findings.report(issue, node, Labels.withCapitalArticle(node));
    return true;
  }

  private boolean isInApply() {
    return findings.path().stream().anyMatch(ApplyBlockExpression.class::isInstance);
  }
}
