// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Arrays are flattened and united, each element once. */
final class UniqueMergeStrategy extends MergeStrategy {

  static final UniqueMergeStrategy INSTANCE = new UniqueMergeStrategy();

  private UniqueMergeStrategy() {}

  @Override
  String key() {
    return "unique";
  }

  @Override
  Object merge(Object first, Object second) {
    LookupTypes.assertScalarOrArray("The first element of the merge", first);
    LookupTypes.assertScalarOrArray("The second element of the merge", second);
    Set<Object> united = new LinkedHashSet<>(flattened(first));
    united.addAll(flattened(second));
    return new ArrayList<>(united);
  }

  @Override
  Object converted(Object value) {
    return flattened(value);
  }

  @Override
  Object single(Object value) {
    return value instanceof List<?> list ? new ArrayList<>(new LinkedHashSet<>(list)) : value;
  }

  private static List<Object> flattened(Object value) {
    List<Object> result = new ArrayList<>();
    flatten(value, result);
    return result;
  }

  private static void flatten(Object value, List<Object> result) {
    if (value instanceof List<?> list) {
      list.forEach(element -> flatten(element, result));
    } else {
      result.add(value);
    }
  }
}
