// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.hiera.InterpolatedText.Expression;
import io.bunraku.compiler.hiera.InterpolatedText.Part;
import io.bunraku.compiler.hiera.InterpolatedText.Text;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Replaces {@code %{...}} in data and configuration. */
final class Interpolator {

  private final HieraData data;

  Interpolator(HieraData data) {
    this.data = data;
  }

  /** Whether a value has anything to interpolate, at any depth. */
  static boolean isNeeded(Object value) {
    return switch (value) {
      case String text -> text.contains("%{");
      case List<?> list -> list.stream().anyMatch(Interpolator::isNeeded);
      case Map<?, ?> map ->
          map.entrySet().stream().anyMatch(e -> isNeeded(e.getKey()) || isNeeded(e.getValue()));
      default -> false;
    };
  }

  /**
   * Interpolates strings at any depth, keys included.
   *
   * @param methods whether {@code lookup(...)} and its like are allowed
   */
  Object interpolate(Object value, Invocation invocation, boolean methods) {
    return switch (value) {
      case String text -> text.contains("%{") ? interpolateText(text, invocation, methods) : text;
      case List<?> list -> {
        List<Object> result = new ArrayList<>(list.size());
        list.forEach(element -> result.add(interpolate(element, invocation, methods)));
        yield result;
      }
      case Map<?, ?> map -> {
        Map<Object, Object> result = new LinkedHashMap<>();
        map.forEach((key, element) ->
            result.put(
                interpolate(key, invocation, methods), interpolate(element, invocation, methods)));
        yield result;
      }
      default -> value;
    };
  }

  private Object interpolateText(String subject, Invocation invocation, boolean methods) {
    return Objects.requireNonNull(
        invocation.explained(
            Explanation.Kind.INTERPOLATION,
            subject,
            () -> interpolated(subject, invocation, methods)));
  }

  private Object interpolated(String subject, Invocation invocation, boolean methods) {
    InterpolatedText text = data.text(subject);
    StringBuilder result = new StringBuilder();
    for (Part part : text.parts()) {
      switch (part) {
        case Text literal -> result.append(literal.value());
        case Expression expression -> {
          if ("alias".equals(expression.method()) && methods) {
            return alias(expression, invocation);
          }
          Object value = value(expression, subject, invocation, methods);
          result.append(value == null ? "" : RubyValue.text(value));
        }
      }
    }
    return result.toString();
  }

  private static Object alias(Expression expression, Invocation invocation) {
    if (!expression.whole()) {
      throw LookupErrors.issue(
          "HIERA_INTERPOLATION_ALIAS_NOT_ENTIRE_STRING",
          "'alias' interpolation is only permitted if the expression is equal to the entire string");
    }
    return lookup(expression.argument(), invocation);
  }

  private @Nullable Object value(
      Expression expression, String subject, Invocation invocation, boolean methods) {
    String method = expression.method();
    if (method != null && !methods) {
      throw LookupErrors.issue(
          "HIERA_INTERPOLATION_METHOD_SYNTAX_NOT_ALLOWED",
          "Interpolation using method syntax is not allowed in this context");
    }
    String key = expression.argument();
    Object value =
        switch (method) {
          case null -> variable(expression, subject, invocation);
          case "scope" ->
              variable(
                  new Expression(null, key, KeySegments.split(key), false), subject, invocation);
          case "lookup", "hiera" -> lookup(key, invocation);
          case "literal" -> key;
          default ->
              throw LookupErrors.issue(
                  "HIERA_INTERPOLATION_UNKNOWN_INTERPOLATION_METHOD",
                  "Unknown interpolation method '%s'".formatted(method));
        };
    if (value == null) {
      return null;
    }
    boolean variable = method == null || method.equals("scope");
    return invocation.check(
        variable ? "scope:" + key : key, () -> interpolate(value, invocation, methods));
  }

  /** Looks a key up as data does: an empty string when nothing has it. */
  private static Object lookup(String key, Invocation invocation) {
    Variables variables = invocation.variables();
    if (variables.isHiera3() && !invocation.isGlobalOnly()) {
      variables = new Variables(variables.scope(), false);
    }
    Invocation inner = invocation.withVariables(variables);
    return Objects.requireNonNull(
        inner.lookup(
            LookupKey.of(key),
            null,
            () -> inner.lookup().lookup(inner, LookupRequest.of(key).withDefault(""))));
  }

  /** The value of a variable and what its segments lead to; null for undef and for nothing. */
  static @Nullable Object variable(Expression expression, String subject, Invocation invocation) {
    List<Object> all = expression.segments();
    if (all == null) {
      throw LookupErrors.error("Syntax error in string: %s".formatted(subject));
    }
    String root = String.valueOf(all.getFirst());
    List<Object> segments = all.subList(1, all.size());
    Object value =
        invocation.explained(
            Explanation.Kind.SCOPE, "Global Scope", () -> explainedRoot(root, invocation));
    if (value != null && !segments.isEmpty()) {
      value = new LookupKey(expression.argument(), root, segments).dig(invocation, value);
    }
    if (value == Undef.UNDEF) {
      value = null;
    }
    Interpolations remembered = invocation.remembered();
    if (remembered != null) {
      remembered.add(expression.argument(), root, segments, value);
    }
    return value;
  }

  private static @Nullable Object explainedRoot(String root, Invocation invocation) {
    Object value = rootValue(root, invocation);
    return value == null ? null : invocation.report(root, value);
  }

  private static @Nullable Object rootValue(String root, Invocation invocation) {
    if (invocation.overrides().containsKey(root)) {
      return invocation.overrides().get(root);
    }
    if (hasQuietDefault(root, invocation)) {
      return invocation.defaults().get(root);
    }
    Object value = invocation.variables().get(root, invocation.lookup());
    return value == null && !invocation.defaults().isEmpty() && !invocation.variables().exists(root)
        ? invocation.defaults().get(root)
        : value;
  }

  /** Since Puppet 8 a variable that a default stands for may be unknown. */
  private static boolean hasQuietDefault(String root, Invocation invocation) {
    return !invocation.defaults().isEmpty()
        && invocation.lookup().isPuppet8()
        && invocation.defaults().containsKey(root)
        && !invocation.variables().exists(root);
  }
}
