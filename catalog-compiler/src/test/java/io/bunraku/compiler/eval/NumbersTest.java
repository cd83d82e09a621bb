// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class NumbersTest {

  @Test
  void readsIntegersOfAllRadixes() {
    assertThat(Numbers.toNumber("42")).isEqualTo(42L);
    assertThat(Numbers.toNumber("-0x1F")).isEqualTo(-31L);
    assertThat(Numbers.toNumber("010")).isEqualTo(8L);
    assertThat(Numbers.toNumber(" \t- 5 ")).isEqualTo(-5L);
    assertThat(Numbers.toNumber("::7")).isEqualTo(7L);
    assertThat(Numbers.toNumber("9223372036854775808")).isEqualTo(BigInteger.ONE.shiftLeft(63));
  }

  @Test
  void readsFloats() {
    assertThat(Numbers.toNumber("1.5")).isEqualTo(1.5);
    assertThat(Numbers.toNumber("1e3")).isEqualTo(1000.0);
    assertThat(Numbers.toNumber("-2.5E-2")).isEqualTo(-0.025);
    assertThat(Numbers.toNumber("0.5")).isEqualTo(0.5);
  }

  @Test
  void otherTextsAreNoNumbers() {
    for (String text :
        new String[] {
          "", "x", "08", "08.5", "0e1", "0.0e7", "1.", ".5", "0x", "1 2", "1e", "--1", "1e999",
          "0xg", "1_000"
        }) {
      assertThat(Numbers.toNumber(text)).as(text).isNull();
    }
  }
}
