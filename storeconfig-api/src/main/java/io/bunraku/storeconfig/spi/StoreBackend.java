// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.util.Optional;

/**
 * Keeps documents under keys. A backend neither retries, chunks, compresses, encrypts nor parses:
 * that is done once above it, and its driver's hidden retries are off. All methods may be called by
 * many threads at once, virtual ones among them.
 *
 * <p>The laws, which the kit tests one by one:
 *
 * <ol>
 *   <li>A write with the current token is {@code Written}.
 *   <li>A write with an old token is {@code Conflict}, or, in the siblings model, becomes a
 *       sibling: it is never silently lost and never silently wins.
 *   <li>A finished write is read after {@code readStaleness}.
 *   <li>An acknowledged key appears in a scan within {@code scanStaleness}. Absence from a scan is
 *       never a deletion: only a read tells.
 *   <li>{@link ResourcePushdown#candidates} holds all that the query accepts.
 *   <li>{@code open} does no I/O, {@code check} survives a dead server, {@code close} is
 *       idempotent.
 *   <li>A value of up to 32 MB (through the chunking above, if {@code maxValueBytes} is less) and
 *       any Unicode key come back equal.
 *   <li>{@code Unknown} is only answered when the outcome is unknown.
 *   <li>What others write below the prefix of a {@link ChangeFeed} once {@code watch} has returned
 *       is told when it can be read, or else that something was lost.
 * </ol>
 *
 * <p>Every method but {@code traits}, {@code check} and {@code close} throws {@link
 * StoreUnavailableException} when the store is away and {@link StoreException} when it refuses.
 */
public interface StoreBackend extends AutoCloseable {

  /** What this backend promises; constant for its life, without I/O. */
  Traits traits();

  /** Reads a document with all its siblings. */
  Stored read(Key key);

  /**
   * Writes a document over the state that was read.
   *
   * @param seen the token of that state, or {@link Token#ABSENT} to create
   */
  WriteOutcome write(Key key, Value value, Token seen);

  /**
   * Purges a document for good. A logical deletion is a written tombstone instead.
   *
   * @param seen the token of the state to purge
   */
  WriteOutcome delete(Key key, Token seen);

  /** Lists documents in any order, each once. */
  Cursor<Entry> scan(KeyPrefix prefix, Projection projection);

  /**
   * An optional ability of this backend: {@link AtomicWrites}, {@link ResourcePushdown}, {@link
   * ChangeFeed}, {@link PrefixDrop}. A decorator answers with what it can pass on.
   */
  default <C> Optional<C> ability(Class<C> kind) {
    return kind.isInstance(this) ? Optional.of(kind.cast(this)) : Optional.empty();
  }

  /** Connects and asks something cheap. Never throws. */
  Health check();

  /** Frees everything. Idempotent. */
  @Override
  void close();
}
