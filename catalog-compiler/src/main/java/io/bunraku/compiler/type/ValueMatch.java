// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Values;
import java.util.List;
import java.util.Map;

/** Case matching ({@code compare_operator.rb}, {@code match}) as far as types need it. */
public final class ValueMatch {

  private ValueMatch() {}

  /** Whether a value matches a pattern as in a {@code case}; sets no match variables. */
  public static boolean matches(Object pattern, Object value) {
    return switch (pattern) {
      case PuppetRegexp regexp -> value instanceof String text && regexp.isMatch(text);
      case PuppetType type -> type.isInstance(value);
      case SemVer version -> version.equals(toVersion(value));
      case SemVerRange range -> toVersion(value) instanceof SemVer v && range.includes(v);
      case List<?> patterns -> value instanceof List<?> list && matchesAll(patterns, list);
      case Map<?, ?> patterns -> value instanceof Map<?, ?> map && matchesAll(patterns, map);
      default -> Values.equal(value, pattern);
    };
  }

  private static Object toVersion(Object value) {
    if (value instanceof String text && SemVer.isValid(text)) {
      try {
        return SemVer.parse(text);
      } catch (EvaluationException e) {
        return value;
      }
    }
    return value;
  }

  private static boolean matchesAll(Map<?, ?> patterns, Map<?, ?> values) {
    for (Map.Entry<?, ?> entry : patterns.entrySet()) {
      Object value = values.get(entry.getKey());
      if (!matches(entry.getValue(), value == null ? Undef.UNDEF : value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchesAll(List<?> patterns, List<?> values) {
    if (patterns.size() != values.size()) {
      return false;
    }
    for (int i = 0; i < patterns.size(); i++) {
      if (!matches(patterns.get(i), values.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether each pattern has a counterpart that it accepts. */
  static boolean allAccept(Map<String, Object> patterns, Map<String, Object> others) {
    for (Map.Entry<String, Object> entry : patterns.entrySet()) {
      Object other = others.get(entry.getKey());
      boolean accepted =
          other != null
              && (matches(entry.getValue(), other)
                  || (other instanceof PuppetType a
                      && entry.getValue() instanceof PuppetType b
                      && b.isAssignable(a)));
      if (!accepted) {
        return false;
      }
    }
    return true;
  }
}
