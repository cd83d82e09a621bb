// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How functions of the old API see values ({@code runtime3_converter.rb}). */
public final class LegacyArguments {

  private LegacyArguments() {}

  /** Converts one argument. */
  public static Object convert(Object value) {
    return value == Undef.UNDEF ? "" : convertNested(value);
  }

  private static Object convertNested(Object value) {
    return switch (value) {
      case PuppetRegexp regexp -> regexp.rubyInspect();
      case SemVer version -> version.toString();
      case SemVerRange range -> range.toString();
      case Binary binary -> binary.toString();
      case Timespan span -> span.toString();
      case Timestamp stamp -> stamp.toString();
      case PuppetIterator iterator ->
          throw new EvaluationException("Use of an Iterator is not supported here");
      case List<?> list -> convertList(list);
      case Map<?, ?> map -> convertMap(map);
      default -> value;
    };
  }

  private static List<Object> convertList(List<?> list) {
    List<Object> result = new ArrayList<>(list.size());
    for (Object value : list) {
      result.add(convertNested(value));
    }
    return result;
  }

  private static Map<Object, Object> convertMap(Map<?, ?> map) {
    Map<Object, Object> result = new LinkedHashMap<>();
    map.forEach((key, value) -> result.put(convertNested(key), convertNested(value)));
    return result;
  }
}
