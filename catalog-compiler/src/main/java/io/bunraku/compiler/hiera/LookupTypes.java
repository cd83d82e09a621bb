// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

/** Type assertions of the lookup framework. */
final class LookupTypes {

  private LookupTypes() {}

  /** Asserts that a value is of a type, or fails with Puppet's words. */
  static void assertInstance(String subject, String type, Object value) {}

  /** Asserts that a value can be merged as a hash. */
  static void assertHash(String subject, Object value) {}

  /** Asserts that a value can be merged into a unique array. */
  static void assertScalarOrArray(String subject, Object value) {}

  /** Asserts that a value is a hash. */
  static void assertHashType(String subject, Object value) {}

  /** Asserts that a value is rich data. */
  static void assertLookupValue(String subject, Object value) {}

  /** A type of its text. */
  static Object parse(String source) {
    return source;
  }
}
