// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters of which some have no value yet. */
final class ParameterFrame extends Frame {

  /** Carries the name of a parameter that was read too early out of the expression. */
  static final class Unevaluated extends RuntimeException {
    Unevaluated(String name) {
      super(name, null, false, false);
    }

    String name() {
      return String.valueOf(getMessage());
    }
  }

  private final Map<String, Object> values = new LinkedHashMap<>();
  private boolean readOnly;

  /** Starts with no value for any of the names. */
  ParameterFrame(@Nullable Frame parent, Iterable<String> names) {
    super(parent);
    names.forEach(name -> values.put(name, Unassigned.UNASSIGNED));
  }

  private enum Unassigned {
    UNASSIGNED
  }

  @Override
  @Nullable Object get(String name) {
    Object value = values.get(name);
    if (value == Unassigned.UNASSIGNED) {
      throw new Unevaluated(name);
    }
    return value;
  }

  boolean isAssigned(String name) {
    Object value = values.get(name);
    return value != null && value != Unassigned.UNASSIGNED;
  }

  @Override
  boolean isBound(String name) {
    return isAssigned(name);
  }

  /** Whether the first of two parameters stands before the second. */
  boolean isBefore(String first, String second) {
    for (String name : values.keySet()) {
      if (name.equals(first)) {
        return !first.equals(second);
      }
      if (name.equals(second)) {
        return false;
      }
    }
    return false;
  }

  boolean setReadOnly(boolean value) {
    boolean before = readOnly;
    readOnly = value;
    return before;
  }

  @Override
  boolean isLocal() {
    return true;
  }

  @Override
  void put(String name, Object value) {
    if (readOnly) {
      throw new EvaluationException(
          "Attempt to assign variable " + name + " when evaluating parameters");
    }
    values.put(name, value);
  }

  @Override
  void addTo(Map<String, Object> target) {
    values.forEach((name, value) -> {
      if (value != Unassigned.UNASSIGNED) {
        target.put(name, value);
      }
    });
  }
}
