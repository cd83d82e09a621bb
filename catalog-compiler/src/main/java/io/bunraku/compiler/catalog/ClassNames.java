// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.type.ClassType;
import io.bunraku.compiler.type.ResourceType;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code include} and its kin accept as the name of a class. */
final class ClassNames {

  private ClassNames() {}

  static List<String> of(List<Object> values) {
    List<String> names = new ArrayList<>(values.size());
    values.forEach(value -> names.add(absolute(name(value)).toLowerCase(Locale.ROOT)));
    return names;
  }

  private static String name(Object value) {
    return switch (value) {
      case Undef it -> throw new EvaluationException("Cannot use undef as a class name");
      case String it -> {
        if (it.isEmpty()) {
          throw new EvaluationException("Cannot use empty string as a class name");
        }
        yield it;
      }
      case ClassType it -> {
        if (it.className() == null) {
          throw new EvaluationException("Cannot use an unspecific Class[] Type");
        }
        yield it.className();
      }
      case ResourceType it -> title(it.typeName(), it.title());
      default -> throw new EvaluationException("undefined method `downcase' for nil:NilClass");
    };
  }

  private static String title(@Nullable String typeName, @Nullable String title) {
    if (typeName == null || typeName.isEmpty()) {
      throw new EvaluationException(
          "Cannot use an unspecific Resource[] where a Resource['class', name] is expected");
    }
    if (!typeName.equalsIgnoreCase("class")) {
      throw new EvaluationException(
          "Cannot use a Resource[" + typeName + "] where a Resource['class', name] is expected");
    }
    if (title == null) {
      throw new EvaluationException(
          "Cannot use an unspecific Resource['class'] where a Resource['class', name] is expected");
    }
    return title;
  }

  private static String absolute(String name) {
    return name.startsWith(":") ? name : "::" + name;
  }
}
