// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;

/** Values written out, and the names that stand for themselves. */
public sealed interface Literal extends Expression {

  /** A string without interpolation, escapes already replaced. */
  record LiteralString(String value, int offset, int length) implements Literal {}

  /** An integer and the radix (8, 10 or 16) that it was written in. */
  record LiteralInteger(long value, int radix, int offset, int length) implements Literal {}

  /** A float. */
  record LiteralFloat(double value, int offset, int length) implements Literal {}

  /** {@code true} or {@code false}. */
  record LiteralBoolean(boolean value, int offset, int length) implements Literal {}

  /** {@code undef}. */
  record LiteralUndef(int offset, int length) implements Literal {}

  /** {@code default}. */
  record LiteralDefault(int offset, int length) implements Literal {}

  /** A regular expression between slashes; {@code pattern} is its source in Ruby syntax. */
  record LiteralRegularExpression(String pattern, int offset, int length) implements Literal {}

  /** An array. */
  record LiteralList(List<Expression> values, int offset, int length) implements Literal {
    public LiteralList {
      values = List.copyOf(values);
    }
  }

  /** A hash. */
  record LiteralHash(List<KeyedEntry> entries, int offset, int length) implements Literal {
    public LiteralHash {
      entries = List.copyOf(entries);
    }
  }

  /** A bare word, possibly qualified: {@code a::b}. Kept as written. */
  record QualifiedName(String value, int offset, int length) implements Literal {}

  /** A type reference; {@code casedValue} is as written, {@code value()} is lower case. */
  record QualifiedReference(String casedValue, int offset, int length) implements Literal {}

  /** A word that the language keeps for itself; evaluating it is an error. */
  record ReservedWord(String word, boolean future, int offset, int length) implements Literal {}
}
