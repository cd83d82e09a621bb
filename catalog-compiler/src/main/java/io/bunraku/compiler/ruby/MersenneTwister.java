// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import java.math.BigInteger;

/** Ruby's {@code Random}: MT19937, seeded and limited exactly as there. */
public final class MersenneTwister {

  private static final int SIZE = 624;
  private static final int MIDDLE = 397;

  private final int[] state = new int[SIZE];
  private int index = SIZE;

  /** Seeds the generator with the absolute value of any integer. */
  public MersenneTwister(BigInteger seed) {
    BigInteger magnitude = seed.abs();
    if (magnitude.bitLength() <= 32) {
      initialize(magnitude.intValue());
    } else {
      initialize(words(magnitude));
    }
  }

  private static int[] words(BigInteger magnitude) {
    int[] words = new int[(magnitude.bitLength() + 31) / 32];
    for (int i = 0; i < words.length; i++) {
      words[i] = magnitude.shiftRight(32 * i).intValue();
    }
    return words;
  }

  private void initialize(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
  }

  private void initialize(int[] key) {
    initialize(19650218);
    int i = 1;
    int j = 0;
    for (int k = Math.max(SIZE, key.length); k > 0; k--) {
      state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1664525)) + key[j] + j;
      i = nextWord(i);
      j = (j + 1) % key.length;
    }
    for (int k = SIZE - 1; k > 0; k--) {
      state[i] = (state[i] ^ ((state[i - 1] ^ (state[i - 1] >>> 30)) * 1566083941)) - i;
      i = nextWord(i);
    }
    state[0] = 0x80000000;
  }

  private int nextWord(int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    state[0] = state[SIZE - 1];
    return 1;
  }

  private int nextInt() {
    if (index >= SIZE) {
      twist();
      index = 0;
    }
    int y = state[index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
      int odd = (y & 1) == 0 ? 0 : 0x9908b0df;
      state[i] = state[(i + MIDDLE) % SIZE] ^ (y >>> 1) ^ odd;
    }
  }

  /**
   * A random number from zero to below a bound, as {@code Random#rand} gives it.
   *
   * @param bound above zero
   */
  public long nextBelow(long bound) {
    long limit = bound - 1;
    if (limit == 0) {
      return 0;
    }
    long mask = Long.highestOneBit(limit) * 2 - 1;
    long value;
    do {
      value = draw(limit, mask);
    } while (value < 0);
    return value;
  }

  /** One attempt; negative when it has to be made again. */
  private long draw(long limit, long mask) {
    long value = 0;
    for (int i = 1; i >= 0; i--) {
      if (((mask >>> (i * 32)) & 0xffffffffL) != 0) {
        value |= (nextInt() & 0xffffffffL) << (i * 32);
        value &= mask;
        if (value > limit) {
          return -1;
        }
      }
    }
    return value;
  }
}
