// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.link.Bindings;
import io.bunraku.compiler.loader.Loaded;
import io.bunraku.compiler.loader.NodeRegexpName;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.LiteralDefault;
import io.bunraku.compiler.syntax.Literal.LiteralRegularExpression;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import io.bunraku.compiler.value.RegexpMatch;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The node definition that is meant for a node: that of its name, else the first regular expression
 * that matches, else the default.
 *
 * @param node the definition
 * @param name how the catalog calls it
 * @param match match variables, or null
 */
record NodeMatch(Loaded<NodeDefinition> node, String name, @Nullable RegexpMatch match) {

  static @Nullable NodeMatch find(
      List<Loaded<NodeDefinition>> nodes, String name, LanguageVersion version, Bindings bindings) {
    NodeMatch found = exact(nodes, name);
    if (found == null) {
      found = matching(nodes, name, version, bindings);
    }
    return found == null ? exact(nodes, "default") : found;
  }

  private static @Nullable NodeMatch exact(List<Loaded<NodeDefinition>> nodes, String name) {
    for (Loaded<NodeDefinition> node : nodes) {
      for (Expression host : node.definition().hostMatches()) {
        if (name.equals(plainName(host))) {
          return new NodeMatch(node, name, null);
        }
      }
    }
    return null;
  }

  private static @Nullable String plainName(Expression host) {
    return switch (host) {
      case LiteralString it -> it.value().toLowerCase(Locale.ROOT);
      case LiteralDefault it -> "default";
      default -> null;
    };
  }

  private static @Nullable NodeMatch matching(
      List<Loaded<NodeDefinition>> nodes, String name, LanguageVersion version, Bindings bindings) {
    for (Loaded<NodeDefinition> node : nodes) {
      for (Expression host : node.definition().hostMatches()) {
        if (host instanceof LiteralRegularExpression it) {
          RegexpMatch match = bindings.regexp(it.pattern()).match(name);
          if (match != null) {
            return new NodeMatch(node, NodeRegexpName.of(it.pattern(), version), match);
          }
        }
      }
    }
    return null;
  }
}
