// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.memory;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Siblings with dotted versions: each write gets a dot, a token is the dots that were seen, and a
 * write replaces only what it has seen.
 */
final class SiblingDocuments implements MemoryStore.Documents {
  private final Map<Key, SortedMap<Long, Value>> documents = new HashMap<>();
  private long dot;

  @Override
  public Stored read(Key key) {
    SortedMap<Long, Value> siblings = documents.get(key);
    return siblings == null ? Stored.ABSENT : stored(siblings);
  }

  private static Stored stored(SortedMap<Long, Value> siblings) {
    return new Stored(new ArrayList<>(siblings.values()), token(siblings.keySet()));
  }

  private static Token token(Set<Long> dots) {
    return new Token(String.join(",", dots.stream().map(String::valueOf).toList()));
  }

  @Override
  public WriteOutcome write(Key key, @Nullable Value value, Token seen) {
    SortedMap<Long, Value> siblings = documents.computeIfAbsent(key, k -> new TreeMap<>());
    List.of(seen.value().split(",")).stream()
        .filter(d -> !d.isEmpty())
        .forEach(d -> siblings.remove(Long.valueOf(d)));
    Token own = Token.ABSENT;
    if (value != null) {
      siblings.put(++dot, value);
      own = new Token(Long.toString(dot));
    }
    if (siblings.isEmpty()) {
      documents.remove(key);
    }
    return new WriteOutcome.Written(own);
  }

  @Override
  public Map<Key, Stored> all() {
    Map<Key, Stored> all = new HashMap<>();
    documents.forEach((key, siblings) -> all.put(key, stored(siblings)));
    return all;
  }
}
