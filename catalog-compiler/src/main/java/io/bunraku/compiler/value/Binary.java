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
}
