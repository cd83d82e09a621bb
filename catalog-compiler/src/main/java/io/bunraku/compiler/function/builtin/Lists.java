// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import java.util.ArrayList;
import java.util.List;

/** What several functions do with lists. */
final class Lists {

  private Lists() {}

  /** A list with nested lists dissolved, as Ruby's {@code Array#flatten}. */
  static List<Object> flatten(List<?> list) {
    List<Object> result = new ArrayList<>(list.size());
    addFlat(list, result);
    return result;
  }

  private static void addFlat(List<?> list, List<Object> result) {
    for (Object value : list) {
      if (value instanceof List<?> nested) {
        addFlat(nested, result);
      } else {
        result.add(value);
      }
    }
  }
}
