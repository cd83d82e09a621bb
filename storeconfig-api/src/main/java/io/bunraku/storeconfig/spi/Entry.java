// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document as a scan shows it.
 *
 * @param key its key
 * @param token as a read would give it; it differs whenever the content differs
 * @param attributes of the value; with siblings those of any of them. A backend whose lists do not
 *     show them may fetch them when somebody looks at them first, which then can fail as a read
 *     does, and those may be newer than the token
 * @param values all siblings, or none when only heads were asked for
 */
public record Entry(Key key, Token token, Map<String, String> attributes, List<Value> values) {

  /** What a scan shows of a document that was read; nothing if that is absent. */
  public static Optional<Entry> of(Key key, Stored read, Projection projection) {
    return read.isAbsent()
        ? Optional.empty()
        : Optional.of(
            new Entry(
                key,
                read.token(),
                read.values().get(0).attributes(),
                projection == Projection.VALUES ? read.values() : List.of()));
  }

  /** Freezes the list. */
  public Entry {
    values = List.copyOf(values);
  }
}
