// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.memory;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compare-and-set: one value a key, a version that is never used twice. */
final class ComparedDocuments implements MemoryStore.Documents {
  private final Map<Key, Stored> documents = new HashMap<>();
  private long version;

  @Override
  public Stored read(Key key) {
    return documents.getOrDefault(key, Stored.ABSENT);
  }

  @Override
  public WriteOutcome write(Key key, @Nullable Value value, Token seen) {
    if (!read(key).token().equals(seen)) {
      return new WriteOutcome.Conflict();
    }
    if (value == null) {
      documents.remove(key);
      return new WriteOutcome.Written(Token.ABSENT);
    }
    Token token = new Token(Long.toString(++version));
    documents.put(key, new Stored(List.of(value), token));
    return new WriteOutcome.Written(token);
  }

  @Override
  public Map<Key, Stored> all() {
    return documents;
  }
}
