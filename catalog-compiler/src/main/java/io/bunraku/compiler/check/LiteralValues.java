// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.KeyedEntry;
import io.bunraku.compiler.syntax.Literal;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import io.bunraku.compiler.syntax.Operation.UnaryMinusExpression;
import io.bunraku.compiler.syntax.Text.ConcatenatedString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What expressions stand for that need no evaluation, to find keys that a hash has twice. Equality
 * is that of Ruby's hashes: {@code 1} and {@code 1.0} differ, a bare word and a string do not.
 */
final class LiteralValues {

  private final boolean puppet8;

  LiteralValues(LanguageVersion version) {
    puppet8 = version == LanguageVersion.PUPPET_8;
  }

  /** Stands for a value that has no text of its own here; its text is what messages show. */
  private record Special(String kind, String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** Returns the value, or null when there is none before evaluation. */
  @Nullable Object of(Expression node) {
    return switch (node) {
      case QualifiedReference n when puppet8 -> n.casedValue().toLowerCase(Locale.ROOT);
      case AccessExpression n when puppet8 -> access(n);
      case UnaryMinusExpression n when puppet8 -> negated(of(n.expr()));
      case Literal n -> literal(n);
      case ConcatenatedString n when isPlain(n) -> of(n.segments().get(0));
      default -> null;
    };
  }

  /** For Puppet 8 an access is the list of its keys, whatever it is an access to. */
  private @Nullable Object access(AccessExpression node) {
    List<Expression> keys = node.keys();
    return keys.size() == 1 && keys.getFirst() instanceof Literal.LiteralList ? null : list(keys);
  }

  /** What Ruby makes of it; a string stays as it is. */
  private static @Nullable Object negated(@Nullable Object value) {
    return switch (value) {
      case Long number -> -number;
      case Double number -> -number;
      case String text -> text;
      case null, default -> null;
    };
  }

  private static boolean isPlain(ConcatenatedString node) {
    return node.segments().size() == 1 && node.segments().get(0) instanceof Literal.LiteralString;
  }

  private @Nullable Object literal(Literal node) {
    return switch (node) {
      case Literal.LiteralString n -> n.value();
      case Literal.QualifiedName n -> n.value();
      case Literal.LiteralInteger n -> n.value();
      case Literal.LiteralFloat n -> n.value();
      case Literal.LiteralBoolean n -> n.value();
      case Literal.LiteralUndef n -> new Special("undef", "");
      case Literal.LiteralDefault n -> new Special("default", "default");
      case Literal.LiteralRegularExpression n ->
          new Special("regexp", "(?-mix:" + n.pattern().replace("/", "\\/") + ")");
      case Literal.LiteralList n -> list(n.values());
      case Literal.LiteralHash n -> hash(n);
      case QualifiedReference n -> null;
      case Literal.ReservedWord n -> null;
    };
  }

  private @Nullable Object list(List<Expression> elements) {
    List<Object> values = new ArrayList<>();
    for (Expression element : elements) {
      Object value = of(element);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  private @Nullable Object hash(Literal.LiteralHash node) {
    Map<Object, Object> values = new LinkedHashMap<>();
    for (KeyedEntry entry : node.entries()) {
      Object key = of(entry.key());
      Object value = of(entry.value());
      if (key == null || value == null) {
        return null;
      }
      values.put(key, value);
    }
    return values;
  }

  /** Returns the text of a value as Ruby would put it into a message. */
  static String text(Object value) {
    return value instanceof List<?> || value instanceof Map<?, ?>
        ? inspect(value)
        : value.toString();
  }

  private static String inspect(Object value) {
    return switch (value) {
      case String s -> '"' + s.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case Special s when s.kind().equals("undef") -> "nil";
      case Special s when s.kind().equals("default") -> ":default";
      case List<?> list ->
          list.stream().map(LiteralValues::inspect).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> inspect(e.getKey()) + "=>" + inspect(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> value.toString();
    };
  }
}
