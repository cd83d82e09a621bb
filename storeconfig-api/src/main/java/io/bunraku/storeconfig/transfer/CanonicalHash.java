// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Value;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/**
 * A hash of the content of a store that is the same on every backend: the sum, modulo 2^256, of the
 * SHA-256 of each document, so the order in which a scan shows them does not matter. Tokens and
 * chunks are not part of it.
 */
public final class CanonicalHash {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);
  private BigInteger sum = BigInteger.ZERO;
  private long documents;

  /** Whether a document belongs to the content of a store rather than to the store itself. */
  public static boolean isContent(Key key) {
    return !key.path().startsWith("store/") && !key.path().startsWith("probe/");
  }

  /** Adds a document. */
  public synchronized void add(Key key, List<Value> values) {
    MessageDigest digest = Bytes.newSha256();
    put(digest, key.path());
    values.stream().map(CanonicalHash::of).sorted().forEach(v -> put(digest, v));
    sum = sum.add(new BigInteger(1, digest.digest())).mod(MODULUS);
    documents++;
  }

  private static String of(Value value) {
    MessageDigest digest = Bytes.newSha256();
    for (Map.Entry<String, String> attribute : value.attributes().entrySet()) {
      put(digest, attribute.getKey());
      put(digest, attribute.getValue());
    }
    digest.update(value.bytes().array());
    return new BigInteger(1, digest.digest()).toString(16);
  }

  private static void put(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  /** How many documents were added. */
  public synchronized long documents() {
    return documents;
  }

  /** The hash in 64 hexadecimal digits. */
  public synchronized String hex() {
    String digits = sum.toString(16);
    return "0".repeat(64 - digits.length()) + digits;
  }
}
