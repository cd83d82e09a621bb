// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.spi.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Versions grow whatever the clock says. */
class VersionTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
  private static final Clock EARLIER = Clock.offset(NOON, Duration.ofMinutes(-5));

  @Test
  void aClockThatIsBehindNeverTakesANumberBack() {
    Version first = Version.after(0, NOON);
    Version second = Version.after(first.number(), EARLIER);
    assertThat(second.number()).isEqualTo(first.number() + 1);
    assertThat(second.opening()).isGreaterThan(first.closing());
  }

  @Test
  void ofTwoThatRaceTheClosingCoversBothOpenings() {
    Version one = Version.after(7, NOON);
    Version other = Version.after(7, NOON);
    assertThat(one.number()).isEqualTo(other.number());
    assertThat(one.closing()).isGreaterThan(other.opening());
    assertThat(one.token()).isNotEqualTo(other.token());
  }

  @Test
  void aTokenHoldsItsNumber() {
    Version version = Version.after(0, NOON);
    assertThat(Version.number(version.token())).isEqualTo(version.number());
    assertThat(Version.token(Version.text(new Token("a.b")))).isEqualTo(new Token("a.b"));
    assertThat(Version.text(Token.ABSENT)).isNull();
  }

  @Test
  void theFirstTimestampOfASecondIsThatSecond() {
    assertThat(Version.after(0, NOON).opening()).isEqualTo(NOON.millis() * 1000);
  }
}
