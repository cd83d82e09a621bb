// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import shaded.com.basho.riak.protobuf.RiakPB.RpbBucketProps;

/** The bucket types of the double: those that the tests name, right and wrong ones. */
record BucketType(
    boolean allowMult, boolean lastWriteWins, boolean dotted, boolean consistent, boolean indexed) {
  /**
   * As in a Riak whose buffers between nodes are full: the first read of a key is never answered.
   */
  static final String FIRST_READ_LOST = "first_read_lost";

  private static final Map<String, BucketType> ALL =
      Map.of(
          "default",
          new BucketType(false, false, false, false, true),
          "bunraku",
          new BucketType(true, false, true, false, true),
          "bunraku_consistent",
          new BucketType(false, false, false, true, true),
          "last_write_wins",
          new BucketType(true, true, true, false, true),
          "without_dots",
          new BucketType(true, false, false, false, true),
          FIRST_READ_LOST,
          new BucketType(true, false, true, false, true),
          "without_indexes",
          new BucketType(true, false, true, false, false));

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
