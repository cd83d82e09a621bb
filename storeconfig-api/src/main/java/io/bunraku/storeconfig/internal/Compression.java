// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Deflates content at the fastest level: catalogs shrink tenfold by it, and higher ones add little.
 */
final class Compression {
  /** Below this size the store's own overhead is larger than what can be won. */
  static final int WORTH_IT = 512;

  private Compression() {}

  static Bytes deflate(Bytes plain) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(plain.array());
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.size() / 4 + 64);
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return Bytes.of(out.toByteArray());
    } finally {
      deflater.end();
    }
  }

  static Bytes inflate(Bytes deflated) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated.array());
      ByteArrayOutputStream out = new ByteArrayOutputStream(deflated.size() * 4 + 64);
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
          throw new IllegalArgumentException("cut off");
        }
        out.write(buffer, 0, count);
      }
      return Bytes.of(out.toByteArray());
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("not compressed as it says", e);
    } finally {
      inflater.end();
    }
  }
}
