// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;

/** Asserts that values are of a type, with Puppet's message ({@code type_asserter.rb}). */
public final class TypeAsserter {

  private TypeAsserter() {}

  /**
   * Returns the value if it is of the type.
   *
   * @param subject what the message begins with
   * @throws EvaluationException "SUBJECT has wrong type, expects ..."
   */
  public static Object assertInstanceOf(String subject, PuppetType expected, Object value) {
    if (!expected.isInstance(value)) {
      throw mismatch(subject + " has wrong type,", expected, TypeInference.inferSet(value));
    }
    return value;
  }

  /** Asserts that a type is narrower than another: "SUBJECT is incorrect, expects ...". */
  public static PuppetType assertAssignable(
      String subject, PuppetType expected, PuppetType actual) {
    if (!expected.isAssignable(actual)) {
      throw mismatch(subject + " is incorrect,", expected, actual);
    }
    return actual;
  }

  private static EvaluationException mismatch(
      String subject, PuppetType expected, PuppetType actual) {
    return new EvaluationException(MismatchDescriber.describeMismatch(subject, expected, actual));
  }
}
