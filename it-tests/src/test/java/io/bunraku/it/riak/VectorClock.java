// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import shaded.com.google.protobuf.ByteString;

/**
 * What has been seen: of each actor, all its events up to a number.
 *
 * @param seen actor to number
 */
record VectorClock(Map<String, Long> seen) {
  static final VectorClock EMPTY = new VectorClock(Map.of());

  /** An event of an actor. */
  record Dot(String actor, long number) {}

  VectorClock {
    seen = Map.copyOf(seen);
  }

  boolean hasSeen(Dot dot) {
    return seen.getOrDefault(dot.actor(), 0L) >= dot.number();
  }

  boolean descends(VectorClock other) {
    return other.seen.entrySet().stream().allMatch(e -> hasSeen(new Dot(e.getKey(), e.getValue())));
  }

  VectorClock merge(VectorClock other) {
    Map<String, Long> merged = new TreeMap<>(seen);
    other.seen.forEach((actor, number) -> merged.merge(actor, number, Math::max));
    return new VectorClock(merged);
  }

  /** The next event of an actor, not yet in this clock. */
  Dot next(String actor) {
    return new Dot(actor, seen.getOrDefault(actor, 0L) + 1);
  }

  VectorClock with(Dot dot) {
    return merge(new VectorClock(Map.of(dot.actor(), dot.number())));
  }

  ByteString encoded() {
    return ByteString.copyFromUtf8(
        new TreeMap<>(seen)
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(",")));
  }

  static VectorClock decode(ByteString encoded) {
    Map<String, Long> seen = new TreeMap<>();
    for (String event : new String(encoded.toByteArray(), StandardCharsets.UTF_8).split(",", -1)) {
      if (!event.isEmpty()) {
        int equals = event.indexOf('=');
        seen.put(event.substring(0, equals), Long.valueOf(event.substring(equals + 1)));
      }
    }
    return new VectorClock(seen);
  }
}
