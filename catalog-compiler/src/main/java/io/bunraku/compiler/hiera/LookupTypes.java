// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.type.BuiltinTypes;
import io.bunraku.compiler.type.HashType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.TypeAsserter;
import io.bunraku.compiler.type.TypeInference;
import io.bunraku.compiler.type.TypeParser;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Type assertions of the lookup framework. */
final class LookupTypes {

  private static final PuppetType HASH_OF_DATA = TypeParser.parseBuiltin("Hash[String,Data]");
  private static final PuppetType SCALAR_OR_ARRAY =
      TypeParser.parseBuiltin("Variant[Scalar,Array[Data]]");

  /** Options of the strategies that have none but their own name. */
  private static final Map<String, PuppetType> STRATEGIES =
      Stream.of("default", "first", "hash", "unique")
          .collect(
              Collectors.toUnmodifiableMap(
                  key -> key,
                  key ->
                      TypeParser.parseBuiltin(
                          "Struct[{strategy=>Optional[Pattern[/%s/]]}]".formatted(key))));

  private LookupTypes() {}

  /** Asserts that options hold nothing but the name of a strategy. */
  static void assertOptions(String strategy, Map<?, ?> options) {
    PuppetType type = Objects.requireNonNull(STRATEGIES.get(strategy), strategy);
    assertInstance("The merge options", type, options);
  }

  /** Asserts that a configuration is of a type as it is written. */
  static void assertConfig(String subject, String type, Object value) {
    assertInstance(subject, TypeParser.parseBuiltin(type), value);
  }

  /** Asserts that a value is of a type, or fails with Puppet's words. */
  static void assertInstance(String subject, PuppetType type, Object value) {
    TypeAsserter.assertInstanceOf(subject, type, value);
  }

  /** Asserts that a value can be merged as a hash. */
  static void assertHash(String subject, Object value) {
    TypeAsserter.assertInstanceOf(subject, HASH_OF_DATA, value);
  }

  /** Asserts that a value can be merged into a unique array. */
  static void assertScalarOrArray(String subject, Object value) {
    TypeAsserter.assertInstanceOf(subject, SCALAR_OR_ARRAY, value);
  }

  /** Asserts that a value is a hash. */
  static void assertHashType(String subject, Object value) {
    TypeAsserter.assertInstanceOf(subject, HashType.DEFAULT, value);
  }

  /** Asserts that a value is rich data. */
  static void assertLookupValue(String subject, Object value) {
    if (!BuiltinTypes.RICH_DATA.isInstance(value)) {
      throw LookupErrors.error(
          "%s has wrong type, expects Puppet::LookupValue, got %s"
              .formatted(subject, TypeInference.infer(value)));
    }
  }
}
