// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Immutable bytes, compared by content. The array is not copied: who makes a {@code Bytes} of an
 * array, and who reads it, changes it no more (a catalog of a megabyte is passed along five
 * layers).
 */
public final class Bytes {
  private final byte[] array;

  private Bytes(byte[] array) {
    this.array = array;
  }

  /** Takes over an array, which must not be changed afterwards. */
  public static Bytes of(byte[] array) {
    return new Bytes(array);
  }

  /** The UTF-8 bytes of a text. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The array itself, to be read only. */
  public byte[] array() {
    return array;
  }

  /** How many bytes. */
  public int size() {
    return array.length;
  }

  /** The bytes read as UTF-8. */
  public String text() {
    return new String(array, StandardCharsets.UTF_8);
  }

  /** The SHA-256 in lower-case hexadecimal digits. */
  public String sha256() {
    return HexFormat.of().formatHex(newSha256().digest(array));
  }

  /** A fresh SHA-256, which every Java platform has. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes b && Arrays.equals(array, b.array);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(array);
  }

  /** The size only: the content may be a secret. */
  @Override
  public String toString() {
    return array.length + " bytes";
  }
}
