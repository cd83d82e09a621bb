// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

/** A request that the CA refuses; the message is what the client reads. */
public final class CaException extends Exception {

  private final Kind kind;

  /** Why, as a status of HTTP would tell. */
  public enum Kind {
    /** The request itself is wrong: 400. */
    INVALID,
    /** There is no such certificate or request: 404. */
    NOT_FOUND,
    /** What is there forbids it: 409. */
    CONFLICT,
    /** The caller may not: 403. */
    FORBIDDEN
  }

  /** Creates a refusal. */
  public CaException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Why. */
  public Kind kind() {
    return kind;
  }
}
