// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.Map;

/** Hashes are merged at their top level. */
final class HashMergeStrategy extends MergeStrategy {

  static final HashMergeStrategy INSTANCE = new HashMergeStrategy();

  private HashMergeStrategy() {}

  @Override
  String key() {
    return "hash";
  }

  @Override
  Object merge(Object first, Object second) {
    LookupTypes.assertHash("The first element of the merge", first);
    LookupTypes.assertHash("The second element of the merge", second);
    Map<Object, Object> merged = copy((Map<?, ?>) second);
    merged.putAll((Map<?, ?>) first);
    return merged;
  }
}
