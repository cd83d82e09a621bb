// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All tokens of a text in parallel arrays: a token costs no object but its text, and looking ahead
 * is free. Offsets are those of the whole text, also in heredocs whose margin was cut off.
 */
final class Tokens {

  private TokenType[] types = new TokenType[256];
  private int[] offsets = new int[256];
  private int[] lengths = new int[256];
  private @Nullable String[] values = new String[256];
  private int size;
  private @Nullable SyntaxException failure;
  private final List<Diagnostic> warnings = new ArrayList<>();

  /** Adds a token; {@code value} is null where the type says it all. */
  void add(TokenType type, @Nullable String value, int offset, int length) {
    if (size == types.length) {
      grow();
    }
    types[size] = type;
    values[size] = value;
    offsets[size] = offset;
    lengths[size] = length;
    size++;
  }

  private void grow() {
    int capacity = size * 2;
    types = Arrays.copyOf(types, capacity);
    values = Arrays.copyOf(values, capacity);
    offsets = Arrays.copyOf(offsets, capacity);
    lengths = Arrays.copyOf(lengths, capacity);
  }

  /** Forgets the tokens from {@code mark} on and ends with a failure instead. */
  void fail(int mark, SyntaxException error) {
    size = mark;
    failure = error;
    add(TokenType.FAILURE, null, 0, 0);
  }

  void removeLast() {
    size--;
  }

  /** Makes the token a variable of the same name, as interpolation does to {@code ${name}}. */
  void makeVariable(int index) {
    if (values[index] == null) {
      values[index] = types[index].text();
    }
    types[index] = TokenType.VARIABLE;
  }

  int size() {
    return size;
  }

  TokenType type(int index) {
    return types[index];
  }

  int offset(int index) {
    return offsets[index];
  }

  int length(int index) {
    return lengths[index];
  }

  int end(int index) {
    return offsets[index] + lengths[index];
  }

  /** Returns what the token says: a string's value, a name, an operator as written. */
  String value(int index) {
    String value = values[index];
    if (value != null) {
      return value;
    }
    String text = types[index].text();
    return text == null ? "" : text;
  }

  /** Returns why the text ends with a {@code FAILURE}. */
  SyntaxException failure() {
    if (failure == null) {
      throw new IllegalStateException("the lexer did not fail");
    }
    return failure;
  }

  List<Diagnostic> warnings() {
    return warnings;
  }
}
