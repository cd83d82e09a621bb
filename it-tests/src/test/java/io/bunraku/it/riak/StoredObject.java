// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.util.ArrayList;
import java.util.List;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbContent;
import shaded.com.google.protobuf.ByteString;

/**
 * An object: its siblings and the clock that covers them.
 *
 * @param clock of all siblings together
 * @param siblings each with the event that wrote it
 */
record StoredObject(VectorClock clock, List<Sibling> siblings) {
  private static final StoredObject NOTHING = new StoredObject(VectorClock.EMPTY, List.of());

  /** A value with the event that wrote it. */
  record Sibling(VectorClock.Dot dot, RpbContent content) {}

  StoredObject {
    siblings = List.copyOf(siblings);
  }

  static StoredObject nothing() {
    return NOTHING;
  }

  static RpbContent tombstone() {
    return RpbContent.newBuilder().setValue(ByteString.EMPTY).setDeleted(true).build();
  }

  boolean isTombstone() {
    return siblings.stream().allMatch(s -> s.content().getDeleted());
  }

  /** This object after a write by one who has seen a clock. */
  StoredObject put(VectorClock seen, RpbContent content, String actor, BucketType type) {
    VectorClock all = clock.merge(seen);
    VectorClock.Dot dot = all.next(actor);
    List<Sibling> after = new ArrayList<>();
    if (type.allowMult() && !type.lastWriteWins() && !seen.descends(clock)) {
      siblings.stream().filter(s -> !type.dotted() || !seen.hasSeen(s.dot())).forEach(after::add);
    }
    after.add(new Sibling(dot, content));
    return new StoredObject(all.with(dot), after);
  }
}
