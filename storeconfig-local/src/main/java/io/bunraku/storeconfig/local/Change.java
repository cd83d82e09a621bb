// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A row that should change.
 *
 * @param key where
 * @param value what, or null to delete
 * @param seen the version that was read, or 0 for none
 * @param next the new version. Random, so that a row that was deleted and made again is never taken
 *     for the old one, and without a counter that processes would have to share
 */
record Change(Key key, @Nullable Value value, long seen, long next) {
  static final long ABSENT = 0;

  static Change write(Key key, Value value, Token seen) {
    return new Change(key, value, version(seen), newVersion());
  }

  static Change delete(Key key, Token seen) {
    return new Change(key, null, version(seen), ABSENT);
  }

  private static long newVersion() {
    long version = ThreadLocalRandom.current().nextLong();
    return version == ABSENT ? 1 : version;
  }

  static Token token(long version) {
    return version == ABSENT ? Token.ABSENT : new Token(Long.toHexString(version));
  }

  WriteOutcome written() {
    return new WriteOutcome.Written(token(next));
  }

  private static long version(Token token) {
    return token.isAbsent() ? ABSENT : Long.parseUnsignedLong(token.value(), 16);
  }
}
