// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.List;
import java.util.Map;

/** What is formatted, and the rules for mixing ways to name it. */
final class SprintfArguments {
  private static final int NUMBERED = -1;
  private static final int NAMED = -2;

  private final List<?> values;

  /** Number of the last unnumbered argument, or how arguments are named. */
  private int last;

  private int next = 1;

  SprintfArguments(List<?> values) {
    this.values = values;
  }

  Object next() {
    if (last == NUMBERED || last == NAMED) {
      throw new EvaluationException(
          "unnumbered(" + next + ") mixed with " + (last == NAMED ? "named" : "numbered"));
    }
    last = next++;
    return get(last);
  }

  Object at(int number) {
    if (last > 0) {
      throw new EvaluationException("numbered(" + number + ") after unnumbered(" + last + ")");
    }
    if (last == NAMED) {
      throw new EvaluationException("numbered(" + number + ") after named");
    }
    if (number < 1) {
      throw new EvaluationException("invalid index - " + number + "$");
    }
    last = NUMBERED;
    return get(number);
  }

  private Object get(int number) {
    if (number > values.size()) {
      throw new EvaluationException("too few arguments");
    }
    return values.get(number - 1);
  }

  Object named(String shown, String name) {
    if (last > 0) {
      throw new EvaluationException("named" + shown + " after unnumbered(" + last + ")");
    }
    if (last == NUMBERED) {
      throw new EvaluationException("named" + shown + " after numbered");
    }
    last = NAMED;
    if (values.size() != 1 || !(values.get(0) instanceof Map<?, ?> map)) {
      throw new EvaluationException("one hash required");
    }
    Object value = map.get(name);
    if (value == null) {
      throw new EvaluationException("key" + shown + " not found");
    }
    return value;
  }
}
