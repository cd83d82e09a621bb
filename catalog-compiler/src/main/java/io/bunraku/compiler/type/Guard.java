// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.IdentityHashMap;
import java.util.function.IntFunction;

/**
 * Detects endless recursion when two things are compared that may both contain themselves: aliases
 * on this side, aliases or values on that side.
 */
public final class Guard {

  static final int IN_THIS = 1;
  static final int IN_THAT = 2;
  static final int IN_BOTH = 3;

  private int state;
  private final IdentityHashMap<Object, Boolean> theseSeen = new IdentityHashMap<>();
  private final IdentityHashMap<Object, Boolean> thoseSeen = new IdentityHashMap<>();

  Guard() {}

  <T> T withThis(Object instance, IntFunction<T> body) {
    return with(IN_THIS, theseSeen, instance, body);
  }

  <T> T withThat(Object instance, IntFunction<T> body) {
    return with(IN_THAT, thoseSeen, instance, body);
  }

  int addThat(Object instance) {
    if ((state & IN_THAT) == 0 && thoseSeen.put(instance, true) != null) {
      state |= IN_THAT;
    }
    return state;
  }

  private <T> T with(
      int side, IdentityHashMap<Object, Boolean> seen, Object instance, IntFunction<T> body) {
    if ((state & side) != 0) {
      return body.apply(state);
    }
    if (seen.put(instance, true) != null) {
      state |= side;
      return body.apply(state);
    }
    T result = body.apply(state);
    state &= ~side;
    seen.remove(instance);
    return result;
  }
}
