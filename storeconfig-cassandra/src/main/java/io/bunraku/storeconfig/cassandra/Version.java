// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import io.bunraku.storeconfig.spi.Token;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The name of a state of a document: a number that grows with each write to the document, and the
 * id of the write.
 *
 * <p>The number orders the writes to the index, so that no clock has to be right: see {@link
 * HeadTable}. A write takes the number after the one that it has seen, or that of the present
 * second if it is greater. So writes that race have the same number mostly, and a document that is
 * deleted and made again goes on counting.
 *
 * @param number half of the timestamp that marks its write in the index
 * @param token unique: no other write ever has it
 */
record Version(long number, String token) {
  /** Two timestamps a number, in microseconds as Cassandra's own are. */
  private static final long A_SECOND = 500_000;

  static Version after(long number, Clock clock) {
    long next = Math.max(number + 1, clock.instant().getEpochSecond() * A_SECOND);
    return new Version(next, Long.toHexString(next) + "." + UUID.randomUUID());
  }

  /** The number in a token. */
  static long number(String token) {
    return Long.parseUnsignedLong(token, 0, token.indexOf('.'), 16);
  }

  static Token token(@Nullable String token) {
    return token == null ? Token.ABSENT : new Token(token);
  }

  static @Nullable String text(Token token) {
    return token.isAbsent() ? null : token.value();
  }

  /** Of the mark that says that this write is under way. */
  long opening() {
    return 2 * number;
  }

  /** Of the mark that says how it ended: greater than that of all writes that it raced with. */
  long closing() {
    return 2 * number + 1;
  }
}
