// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StampTest {
  private static Stamp stamp(long assignment, long generation, long produced, String master) {
    return new Stamp(assignment, generation, produced, master, new UUID(0, 0));
  }

  @Test
  void comparesFromLeftToRight() {
    List<Stamp> ascending =
        List.of(
            stamp(1, 9, 9, "z"),
            stamp(2, 1, 9, "z"),
            stamp(2, 2, 1, "z"),
            stamp(2, 2, 2, "a"),
            stamp(2, 2, 2, "b"));
    assertThat(ascending.stream().sorted().toList()).isEqualTo(ascending);
    assertThat(ascending.get(0)).isLessThan(ascending.get(1));
  }

  @Test
  void theNextStampIsLaterWhateverTheClock() {
    Stamp stamp = stamp(1, 1, 100, "m");
    assertThat(stamp.next(5).produced()).isEqualTo(101);
    assertThat(stamp.next(500).produced()).isEqualTo(500);
    assertThat(stamp.next(5)).isGreaterThan(stamp);
  }
}
