// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the function {@code compare} says about values that it refuses. */
final class ComparisonErrors {

  private ComparisonErrors() {}

  static @Nullable String comparable(List<Object> arguments) {
    Object a = arguments.get(0);
    Object b = arguments.get(1);
    if (arguments.size() > 2) {
      if (!(a instanceof String && b instanceof String)) {
        return "compare(): The third argument (ignore case) can only be used when comparing strings";
      }
      if (arguments.size() > 3) {
        return "compare(): Accepts at most 3 arguments, got " + arguments.size();
      }
      if (!(arguments.get(2) instanceof Boolean)) {
        // Puppet means to say that it must be a Boolean, but stumbles over that word
        throw new EvaluationException(
            "uninitialized constant Puppet::Pops::Loader::RubyFunctionInstantiator::Boolean");
      }
    }
    if (!PuppetView.rubyClass(a).equals(PuppetView.rubyClass(b))) {
      return "compare(): Can only compare values of the same type (or for Timestamp/Timespan also"
          + " against Numeric). Got "
          + ValueLabels.label(a)
          + " and "
          + ValueLabels.label(b);
    }
    return null;
  }

  static String notComparable(List<Object> arguments) {
    return "compare(): Non comparable type. Only values of the types Numeric, String, Semver,"
        + " Timestamp and Timestamp can be compared. Got "
        + ValueLabels.label(arguments.get(0))
        + " and "
        + ValueLabels.label(arguments.get(1));
  }
}
