// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Stamp;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Compares what a master wants to write with what stands, by the attributes where they suffice. */
final class Stamps {

  private Stamps() {}

  static String text(Stamp s) {
    return s.assignment()
        + ":"
        + s.generation()
        + ":"
        + s.produced()
        + ":"
        + s.uuid()
        + ":"
        + s.master();
  }

  static Map<String, String> attributes(String digest, Stamp stamp) {
    return Map.of("digest", digest, "stamp", text(stamp));
  }

  static Stamp parse(String text) {
    String[] parts = text.split(":", 5);
    return new Stamp(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        parts[4],
        UUID.fromString(parts[3]));
  }

  /** The stamp of what stands. */
  static <T> Optional<Stamp> of(Snapshot<T> seen, Function<T, Stamp> stamp) {
    String text = seen.attribute("stamp");
    return text == null ? seen.value().map(stamp) : Optional.of(parse(text));
  }

  /** What would become of a value with a stamp and a digest. */
  static <T> Put compare(Snapshot<T> seen, Function<T, Stamp> stamp, Stamp next, String digest) {
    Optional<Stamp> stored = of(seen, stamp);
    if (stored.isEmpty()) {
      return Put.WRITTEN;
    }
    Stamp old = stored.get();
    boolean sameCode =
        old.assignment() == next.assignment() && old.generation() == next.generation();
    if (sameCode && !seen.isSplit() && Objects.equals(digest, seen.attribute("digest"))) {
      return Put.UNCHANGED;
    }
    return old.compareTo(next) > 0 ? Put.STALE : Put.WRITTEN;
  }
}
