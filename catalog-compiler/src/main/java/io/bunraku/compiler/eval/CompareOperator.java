// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.RegexpMatch;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Values;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Matching of case options and the operator {@code in} ({@code compare_operator.rb}); equality and
 * order are in {@link Values}.
 */
public final class CompareOperator {

  private CompareOperator() {}

  /**
   * Whether a value matches an option: by {@code ==}, but a regular expression, type or version
   * range by what it accepts, and lists and hashes element by element.
   *
   * @param scope gets {@code $0}, {@code $1} ... of a match
   */
  public static boolean match(Object left, Object option, Scope scope) {
    return switch (option) {
      case String text -> left instanceof String && Values.equal(left, text);
      case PuppetRegexp regexp -> matchRegexp(left, regexp, scope);
      case PuppetType type -> type.isInstance(left);
      case SemVer version -> matchVersion(left, version);
      case SemVerRange range -> includes(range, left);
      case List<?> list -> matchList(left, list, scope);
      case Map<?, ?> map -> matchMap(left, map, scope);
      case Default any -> true;
      default -> Values.equal(left, option);
    };
  }

  private static boolean matchRegexp(Object left, PuppetRegexp regexp, Scope scope) {
    if (!(left instanceof String text)) {
      return false;
    }
    RegexpMatch match = regexp.match(text);
    if (match == null) {
      return false;
    }
    scope.pushMatch(match);
    return true;
  }

  private static boolean matchVersion(Object left, SemVer version) {
    return switch (left) {
      case SemVer other -> version.compareTo(other) == 0;
      case String text -> SemVer.isValid(text) && version.compareTo(SemVer.parse(text)) == 0;
      default -> false;
    };
  }

  /** Whether a version range includes a version or a string that is one. */
  static boolean includes(SemVerRange range, Object value) {
    return switch (value) {
      case SemVer version -> range.includes(version);
      case String text -> SemVer.isValid(text) && range.includes(SemVer.parse(text));
      default -> false;
    };
  }

  private static boolean matchList(Object left, List<?> options, Scope scope) {
    if (!(left instanceof List<?> list) || list.size() != options.size()) {
      return false;
    }
    for (int i = 0; i < list.size(); i++) {
      if (!match(list.get(i), options.get(i), scope)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchMap(Object left, Map<?, ?> options, Scope scope) {
    if (!(left instanceof Map<?, ?> map)) {
      return false;
    }
    for (Map.Entry<?, ?> option : options.entrySet()) {
      Object value = map.get(option.getKey());
      if (!match(value == null ? Undef.UNDEF : value, option.getValue(), scope)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The operator {@code in}.
   *
   * @param container what is searched
   * @param value what is searched for
   * @param scope gets {@code $0}, {@code $1} ... of a match
   */
  public static boolean include(Object container, Object value, Scope scope) {
    return switch (container) {
      case String text -> includeInString(text, value, scope);
      case List<?> list -> includeInCollection(list, value, scope);
      case Map<?, ?> map -> includeInCollection(map.keySet(), value, scope);
      case Binary binary -> includeInBinary(binary, value);
      case SemVerRange range -> includes(range, value);
      default -> false;
    };
  }

  private static boolean includeInString(String text, Object value, Scope scope) {
    return switch (value) {
      case String part -> text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
      case PuppetRegexp regexp -> matchRegexp(text, regexp, scope);
      default -> false;
    };
  }

  private static boolean includeInCollection(Collection<?> elements, Object value, Scope scope) {
    for (Object element : elements) {
      if (includes(element, value, scope)) {
        return true;
      }
    }
    return false;
  }

  private static boolean includes(Object element, Object value, Scope scope) {
    return switch (value) {
      case PuppetRegexp regexp -> matchRegexp(element, regexp, scope);
      case String text -> match(text, element, scope);
      case SemVer version -> match(version, element, scope);
      case PuppetType type -> type.isInstance(element);
      default -> Values.equal(element, value);
    };
  }

  private static boolean includeInBinary(Binary binary, Object value) {
    String bytes = new String(binary.bytes(), StandardCharsets.ISO_8859_1);
    return switch (value) {
      case Binary part -> bytes.contains(new String(part.bytes(), StandardCharsets.ISO_8859_1));
      case String part ->
          bytes.contains(
              new String(part.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
      case Long number -> number >= 0 && number < 256 && bytes.indexOf(number.intValue()) >= 0;
      default -> false;
    };
  }
}
