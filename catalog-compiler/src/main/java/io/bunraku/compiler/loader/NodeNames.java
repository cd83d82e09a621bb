// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.LiteralDefault;
import io.bunraku.compiler.syntax.Literal.LiteralRegularExpression;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that node definitions take up: no two nodes, and no class, may share one. */
final class NodeNames {

  private final Map<String, Loaded<NodeDefinition>> byName = new HashMap<>();

  @Nullable Loaded<NodeDefinition> find(String name) {
    return byName.get(name);
  }

  void add(String name, Loaded<NodeDefinition> node) {
    byName.put(name, node);
  }

  /** One name for each host match; a regular expression's is what Puppet makes of its text. */
  static List<String> of(NodeDefinition node, LanguageVersion version) {
    List<String> names = new ArrayList<>();
    for (Expression match : node.hostMatches()) {
      names.add(
          switch (match) {
            case LiteralString it -> it.value().toLowerCase(Locale.ROOT);
            case LiteralDefault it -> "default";
            case LiteralRegularExpression it -> NodeRegexpName.of(it.pattern(), version);
            default -> "";
          });
    }
    names.removeIf(String::isEmpty);
    return names;
  }
}
