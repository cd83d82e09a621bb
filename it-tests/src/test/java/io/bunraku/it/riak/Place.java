// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.util.Arrays;
import java.util.Comparator;
import shaded.com.google.protobuf.ByteString;

/** Where an object is; keys are in the order of bytes. */
record Place(String type, String bucket, ByteString key) implements Comparable<Place> {
  static final Comparator<ByteString> BYTES =
      (a, b) -> Arrays.compareUnsigned(a.toByteArray(), b.toByteArray());
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::type)
          .thenComparing(Place::bucket)
          .thenComparing(Place::key, BYTES);

  boolean isIn(String otherType, String otherBucket) {
    return type.equals(otherType) && bucket.equals(otherBucket);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
