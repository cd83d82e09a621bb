// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

/**
 * A step on the way to what does not match.
 *
 * @param kind what it steps into
 * @param key a name or position
 */
record MismatchPath(Kind kind, Object key) {

  enum Kind {
    SUBJECT,
    ENTRY,
    ENTRY_KEY,
    PARAMETER,
    RETURN,
    BLOCK,
    INDEX,
    VARIANT,
    SIGNATURE
  }

  static MismatchPath subject(String name) {
    return new MismatchPath(Kind.SUBJECT, name);
  }

  static MismatchPath entry(String name) {
    return new MismatchPath(Kind.ENTRY, name);
  }

  static MismatchPath entryKey(String name) {
    return new MismatchPath(Kind.ENTRY_KEY, name);
  }

  static MismatchPath parameter(String name) {
    return new MismatchPath(Kind.PARAMETER, name);
  }

  static MismatchPath returnValue() {
    return new MismatchPath(Kind.RETURN, "return");
  }

  static MismatchPath block() {
    return new MismatchPath(Kind.BLOCK, "block");
  }

  static MismatchPath index(int index) {
    return new MismatchPath(Kind.INDEX, index);
  }

  static MismatchPath variant(int index) {
    return new MismatchPath(Kind.VARIANT, index);
  }

  static MismatchPath signature(int index) {
    return new MismatchPath(Kind.SIGNATURE, index);
  }

  /** Whether the step only chooses between alternatives. */
  boolean isAlternative() {
    return kind == Kind.VARIANT || kind == Kind.SIGNATURE;
  }

  @Override
  public String toString() {
    return switch (kind) {
      case SUBJECT, RETURN, BLOCK -> key.toString();
      case ENTRY -> "entry '" + key + "'";
      case ENTRY_KEY -> "key of entry '" + key + "'";
      case PARAMETER -> "parameter '" + key + "'";
      case INDEX -> "index " + key;
      case VARIANT -> "variant " + key;
      case SIGNATURE -> ((Integer) key + 1) + ".";
    };
  }
}
