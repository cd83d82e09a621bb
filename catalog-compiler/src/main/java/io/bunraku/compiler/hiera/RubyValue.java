// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.value.Undef;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** How Ruby shows values of data: Hiera interpolates with Ruby's {@code to_s}. */
final class RubyValue {

  private RubyValue() {}

  /** Ruby's {@code to_s}. */
  static String text(Object value) {
    return switch (value) {
      case String string -> string;
      case Undef undef -> "";
      default -> inspect(value);
    };
  }

  static String inspect(Object value) {
    return switch (value) {
      case String string -> RubyText.inspect(string);
      case Undef undef -> "nil";
      case Double number -> RubyText.of(number);
      case List<?> list -> RubyText.inspect(list, RubyValue::inspect);
      case Map<?, ?> map -> RubyText.inspect(map, RubyValue::inspect);
      default -> value.toString();
    };
  }

  /** The name of a value's class in Ruby. */
  static String className(Object value) {
    return switch (value) {
      case String string -> "String";
      case Long number -> "Integer";
      case BigInteger number -> "Integer";
      case Double number -> "Float";
      case Boolean bool -> bool ? "TrueClass" : "FalseClass";
      case Undef undef -> "NilClass";
      case List<?> list -> "Array";
      case Map<?, ?> map -> "Hash";
      default -> "Puppet::Pops::Types::P" + value.getClass().getSimpleName();
    };
  }
}
