// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Positioned;
import java.util.function.LongSupplier;

/** Counts what one compile uses. */
final class Budget {

  /** Between two looks at the clock. */
  private static final int STEPS_BETWEEN_CHECKS = 4096;

  private static final String TOO_DEEP = "stack level too deep";

  /** In Ruby's words. */
  private static final String NO_MEMORY = "failed to allocate memory";

  /** A compile is to blame for a full heap when it has allocated this part of it, and more. */
  private static final int SHARE = 8;

  /** One value may have this part of the heap at most. */
  private static final int SHARE_OF_A_VALUE = 32;

  private final Limits limits;
  private final LongSupplier nanoTime;
  private final Memory memory;
  private final long deadline;
  private final long allocatedBefore;
  private int untilCheck = STEPS_BETWEEN_CHECKS;
  private long steps;
  private int depth;
  private int nesting;

  Budget(Limits limits, LongSupplier nanoTime, Memory memory) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.memory = memory;
    this.allocatedBefore = memory.allocated();
    this.deadline = nanoTime.getAsLong() + limits.wallClock().toNanos();
  }

  /**
   * Counts the evaluation of a node, until {@link #ascend}. Too deep is an error that nothing on
   * its way out adds a place to, as in Ruby.
   */
  void descend(Positioned node, Scope scope) {
    if (--untilCheck <= 0) {
      check(node, scope);
    }
    if (nesting >= limits.nesting()) {
      throw new StackOverflowError(TOO_DEEP);
    }
    nesting++;
  }

  void ascend() {
    nesting--;
  }

  private void check(Positioned node, Scope scope) {
    untilCheck = STEPS_BETWEEN_CHECKS;
    steps += STEPS_BETWEEN_CHECKS;
    if (steps > limits.steps() || nanoTime.getAsLong() - deadline > 0) {
      throw Issues.runtimeError(scope, node, "execution expired");
    }
    if (memory.isShort() && memory.allocated() - allocatedBefore > memory.limit() / SHARE) {
      throw Issues.runtimeError(scope, node, NO_MEMORY);
    }
  }

  /** Refuses a value that alone would fill much of the heap, before it is made. */
  void admit(long bytes, Positioned node, Scope scope) {
    if (bytes > memory.limit() / SHARE_OF_A_VALUE) {
      throw Issues.runtimeError(scope, node, NO_MEMORY);
    }
  }

  /** Counts a call, until {@link #leave}. */
  void enter() {
    if (depth >= limits.callDepth()) {
      throw new StackOverflowError(TOO_DEEP);
    }
    depth++;
  }

  void leave() {
    depth--;
  }
}
