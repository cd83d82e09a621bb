// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.value.RegexpMatch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is stacked upon a scope while a lambda, function, template or condition runs: Puppet's
 * ephemeral scopes. A linked list, so that leaving a block is one assignment.
 */
abstract sealed class Frame permits LocalFrame, Frame.Match, ParameterFrame {

  final @Nullable Frame parent;

  Frame(@Nullable Frame parent) {
    this.parent = parent;
  }

  /** The variable's value in this frame alone, or null. */
  abstract @Nullable Object get(String name);

  /** Whether the variable cannot be set in this frame any more. */
  boolean isBound(String name) {
    return get(name) != null;
  }

  /** Whether variables are assigned here. */
  abstract boolean isLocal();

  /** Sets a variable; only local frames can. */
  abstract void put(String name, Object value);

  /** Adds this frame's variables. */
  abstract void addTo(Map<String, Object> target);

  /** The value of a variable in the innermost frame that has one, or null. */
  static @Nullable Object lookup(@Nullable Frame innermost, String name) {
    for (Frame next = innermost; next != null; next = next.parent) {
      Object value = next.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** The last match, or null. */
  static Frame.@Nullable Match lastMatch(@Nullable Frame innermost) {
    for (Frame next = innermost; next != null; next = next.parent) {
      if (next instanceof Match match) {
        return match;
      }
    }
    return null;
  }

  /** The frame that variables are assigned in, or null. */
  static @Nullable Frame local(@Nullable Frame innermost) {
    Frame next = innermost;
    while (next != null && !next.isLocal()) {
      next = next.parent;
    }
    return next;
  }

  /** Adds all variables of the stack, inner ones over outer ones. */
  static void addAll(@Nullable Frame innermost, Map<String, Object> target) {
    if (innermost != null) {
      addAll(innermost.parent, target);
      innermost.addTo(target);
    }
  }

  /** The values of {@code $0}, {@code $1} ... of one successful match. */
  static final class Match extends Frame {
    private final RegexpMatch data;

    Match(@Nullable Frame parent, RegexpMatch data) {
      super(parent);
      this.data = data;
    }

    @Nullable Object group(int number) {
      return data.group(number);
    }

    @Override
    @Nullable Object get(String name) {
      return null;
    }

    @Override
    boolean isLocal() {
      return false;
    }

    @Override
    void put(String name, Object value) {
      throw new EvaluationException(
          "Numerical variables cannot be changed. Attempt to set $" + name);
    }

    @Override
    void addTo(Map<String, Object> target) {
      // $0..$n are never part of a scope's hash
    }
  }
}
