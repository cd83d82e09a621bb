// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import shaded.com.basho.riak.protobuf.RiakPB.RpbBucketProps;

/** The bucket types of the double: those that the tests name, right and wrong ones. */
record BucketType(boolean allowMult, boolean lastWriteWins, boolean dotted, boolean consistent) {
  private static final Map<String, BucketType> ALL =
      Map.of(
          "default", new BucketType(false, false, false, false),
          "bunraku", new BucketType(true, false, true, false),
          "bunraku_consistent", new BucketType(false, false, false, true),
          "last_write_wins", new BucketType(true, true, true, false),
          "without_dots", new BucketType(true, false, false, false));

  static @Nullable BucketType named(String name) {
    return ALL.get(name);
  }

  RpbBucketProps properties() {
    return RpbBucketProps.newBuilder()
        .setNVal(3)
        .setAllowMult(allowMult)
        .setLastWriteWins(lastWriteWins)
        .setConsistent(consistent)
        .setWriteOnce(false)
        .build();
  }
}
