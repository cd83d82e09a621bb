// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.type.PuppetObject;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Undef;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values in a form that JSON can hold without loss, the same that the golden calls have. */
final class CanonicalValue {

  /** Longer integers are written as strings. */
  private static final int DIGITS = 15;

  private CanonicalValue() {}

  static @Nullable Object of(Object value) {
    return switch (value) {
      case Undef undef -> null;
      case Boolean bool -> bool;
      case String text -> text;
      case Long number ->
          number.toString().length() > DIGITS ? tag("i", number.toString()) : number;
      case BigInteger number -> tag("i", number.toString());
      case Double number -> tag("f", RubyText.of(number));
      case Default word -> tag("d", "default");
      case PuppetRegexp regexp -> tag("r", regexp.rubyInspect());
      case List<?> list -> list(list);
      case Map<?, ?> map -> tag("h", entries(map));
      case Sensitive sensitive -> tag("s", of(sensitive.value()));
      case PuppetType type -> tag("t", type.toString());
      case PuppetIterator iterator -> tag("it", list(iterator.toList()));
      case PuppetObject object when object.type().name().equals("Error") ->
          tag("x", "Puppet::DataTypes::Error");
      default -> tag("o", value.toString());
    };
  }

  private static Map<String, @Nullable Object> tag(String tag, @Nullable Object value) {
    Map<String, @Nullable Object> tagged = new TreeMap<>();
    tagged.put(tag, value);
    return tagged;
  }

  private static List<@Nullable Object> list(Collection<?> values) {
    List<@Nullable Object> list = new ArrayList<>();
    values.forEach(value -> list.add(of(value)));
    return list;
  }

  private static List<@Nullable Object> entries(Map<?, ?> map) {
    List<@Nullable Object> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(Arrays.asList(of(key), of(value))));
    return entries;
  }
}
