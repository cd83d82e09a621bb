// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import java.util.ArrayList;
import java.util.List;

/**
 * The merge sort of the C library that Ruby sorts with. It asks in the same order, so that an order
 * that contradicts itself gives the same result, and the first pair that cannot be compared is the
 * one in the message.
 */
final class MergeSort {

  private MergeSort() {}

  /** An order that may contradict itself. */
  @FunctionalInterface
  interface Order {
    int compare(Object a, Object b);
  }

  static List<Object> sort(List<?> values, Order order) {
    if (values.size() < 2) {
      return new ArrayList<>(values);
    }
    int middle = values.size() / 2;
    List<Object> left = sort(values.subList(0, middle), order);
    List<Object> right = sort(values.subList(middle, values.size()), order);
    List<Object> result = new ArrayList<>(values.size());
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      boolean first = order.compare(left.get(i), right.get(j)) <= 0;
      result.add(first ? left.get(i++) : right.get(j++));
    }
    result.addAll(left.subList(i, left.size()));
    result.addAll(right.subList(j, right.size()));
    return result;
  }
}
