// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.value.Undef;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The variables that interpolation sees: those of a scope or, for configurations of version 3, also
 * {@code calling_class} and its like, where an empty string is as good as nothing.
 */
final class Variables {

  private final Scope scope;
  private final boolean hiera3;

  Variables(Scope scope, boolean hiera3) {
    this.scope = scope;
    this.hiera3 = hiera3;
  }

  Scope scope() {
    return scope;
  }

  boolean isHiera3() {
    return hiera3;
  }

  /** A variable's value; null when it is undef, or when no scope has it, which is reported. */
  @Nullable Object get(String name, HieraLookup lookup) {
    Object value = hiera3 ? hiera3Value(name, lookup) : plainValue(name, lookup);
    return value == Undef.UNDEF || (hiera3 && "".equals(value)) ? null : value;
  }

  /** Whether a variable is set, be it to undef. */
  boolean exists(String name) {
    return (hiera3 && name.startsWith("calling_")) || scope.exists(name);
  }

  private @Nullable Object hiera3Value(String name, HieraLookup lookup) {
    return switch (name) {
      case "calling_class" -> callingClass(scope);
      case "calling_class_path" -> {
        String found = callingClass(scope);
        yield found == null ? null : found.replace("::", "/");
      }
      case "calling_module" -> plainValue("module_name", lookup);
      default -> plainValue(name, lookup);
    };
  }

  private static @Nullable String callingClass(@Nullable Scope start) {
    Scope next = start;
    while (next != null && next.kind() != Scope.Kind.CLASS && next.kind() != Scope.Kind.TOP) {
      next = next.parent();
    }
    return next == null ? null : next.name().toLowerCase(Locale.ROOT);
  }

  private @Nullable Object plainValue(String name, HieraLookup lookup) {
    Object value = scope.lookupVariable(name);
    if (value == null && !scope.exists(name)) {
      undefined(name, lookup);
    }
    return value;
  }

  private void undefined(String name, HieraLookup lookup) {
    String shown = shownName(name);
    String message = "Undefined variable '%s'; %s".formatted(shown, reason(name));
    switch (lookup.strict()) {
      case OFF -> {}
      case WARNING -> warn(shown, message, lookup);
      case ERROR -> {
        if (!lookup.isLocating()) {
          throw new RubyArgumentError(message);
        }
        warn(
            shown,
            "Interpolation failed with '%s', but compilation continuing; %s"
                .formatted(shown, reason(name)),
            lookup);
      }
    }
  }

  private static void warn(String shown, String message, HieraLookup lookup) {
    if (lookup.isFirst("Variable: " + shown)) {
      lookup.warn(message + "\n   (file & line not available)");
    }
  }

  /** Puppet reports a qualified name that no class stands for with a leading {@code ::}. */
  private static String shownName(String name) {
    String plain = name.startsWith("::") ? name.substring(2) : name;
    return name.contains("::") && !plain.contains("::") ? "::" + plain : plain;
  }

  private String reason(String name) {
    String plain = name.startsWith("::") ? name.substring(2) : name;
    int leaf = plain.lastIndexOf("::");
    if (leaf < 0 || scope.classScope(plain.substring(0, leaf)) != null) {
      return "";
    }
    String className = plain.substring(0, leaf);
    return scope.compilation().loader().hostClass(className) == null
        ? "class %s could not be found".formatted(className)
        : "class %s has not been evaluated".formatted(className);
  }
}
