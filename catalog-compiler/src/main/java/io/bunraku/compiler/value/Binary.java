// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import java.util.Arrays;
import java.util.Base64;

/** A sequence of bytes. */
public final class Binary {

  private final byte[] bytes;

  /** Takes a copy of the bytes. */
  public Binary(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many bytes there are. */
  public int length() {
    return bytes.length;
  }

  /**
   * Base64 with a line break after each 60 characters and at the end, as Ruby's {@code encode64}.
   */
  public String toRelaxedBase64() {
    if (bytes.length == 0) {
      return "";
    }
    return Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(bytes) + "\n";
  }

  /** Base64 of the alphabet that is safe in URLs, with padding. */
  public String toUrlSafeBase64() {
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  /** Strict Base64. */
  @Override
  public String toString() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Skips what is no digit and stops at the padding, as Ruby's {@code decode64}. */
  public static Binary ofLenientBase64(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (letter || (c >= '0' && c <= '9') || c == '+' || c == '/') {
        digits.append(c);
      }
    }
    if (digits.length() % 4 == 1) {
      digits.setLength(digits.length() - 1);
    }
    return new Binary(Base64.getDecoder().decode(digits.toString()));
  }
}
