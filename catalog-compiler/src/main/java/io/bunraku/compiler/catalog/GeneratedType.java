// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.port.ResourceTypeInfo;
import io.bunraku.compiler.port.ResourceTypeInfo.TitlePattern;
import io.bunraku.compiler.syntax.Call.CallMethodExpression;
import io.bunraku.compiler.syntax.Call.CallNamedFunctionExpression;
import io.bunraku.compiler.syntax.Control.BlockExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.KeyedEntry;
import io.bunraku.compiler.syntax.Literal.LiteralBoolean;
import io.bunraku.compiler.syntax.Literal.LiteralHash;
import io.bunraku.compiler.syntax.Literal.LiteralList;
import io.bunraku.compiler.syntax.Literal.LiteralRegularExpression;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.value.PuppetRegexp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code puppet generate types} writes: one call of {@code
 * Puppet::Resource::ResourceType3.new} with name, properties, parameters, title patterns and
 * whether the type is isomorphic. All arguments are literals, so nothing is evaluated.
 */
final class GeneratedType {

  /** Patterns that give the whole title to the only namevar, which is what no pattern means. */
  private static final Set<String> WHOLE_TITLE = Set.of("(?m-ix:(.*))", "(.*)");

  private final List<String> namevars = new ArrayList<>();
  private final Set<String> parameters = new HashSet<>();

  private GeneratedType() {}

  /** The type, or null when the file holds something else. */
  static @Nullable ResourceTypeInfo read(Program program) {
    return call(program.body()) instanceof CallMethodExpression call
            && !call.arguments().isEmpty()
            && call.arguments().get(0) instanceof LiteralString name
        ? new GeneratedType().read(name.value(), call.arguments())
        : null;
  }

  private static Expression call(Expression body) {
    return body instanceof BlockExpression block && block.statements().size() == 1
        ? block.statements().get(0)
        : body;
  }

  private ResourceTypeInfo read(String name, List<Expression> arguments) {
    addParameters(argument(arguments, 1));
    addParameters(argument(arguments, 2));
    boolean isomorphic = !(argument(arguments, 4) instanceof LiteralBoolean it) || it.value();
    return new ResourceTypeInfo(
        name, namevars, parameters, isomorphic, patterns(argument(arguments, 3)));
  }

  private static @Nullable Expression argument(List<Expression> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  private void addParameters(@Nullable Expression list) {
    if (list instanceof LiteralList many) {
      for (Expression one : many.values()) {
        if (one instanceof CallNamedFunctionExpression param) {
          addParameter(param.arguments());
        }
      }
    }
  }

  private void addParameter(List<Expression> arguments) {
    if (argument(arguments, 1) instanceof LiteralString name) {
      parameters.add(name.value());
      if (argument(arguments, 2) instanceof LiteralBoolean namevar && namevar.value()) {
        namevars.add(name.value());
      }
    }
  }

  private List<TitlePattern> patterns(@Nullable Expression hash) {
    List<TitlePattern> patterns = new ArrayList<>();
    if (hash instanceof LiteralHash many) {
      for (KeyedEntry entry : many.entries()) {
        if (entry.key() instanceof LiteralRegularExpression regexp
            && entry.value() instanceof LiteralList names) {
          if (!WHOLE_TITLE.contains(regexp.pattern()) || namevars.size() > 1) {
            patterns.add(new TitlePattern(new PuppetRegexp(regexp.pattern()), strings(names)));
          }
        }
      }
    }
    return patterns;
  }

  private static List<String> strings(LiteralList list) {
    List<String> strings = new ArrayList<>();
    for (Expression one : list.values()) {
      if (one instanceof LiteralString text) {
        strings.add(text.value());
      }
    }
    return strings;
  }
}
