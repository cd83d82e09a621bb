// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.model.Certname;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One line now and then, however many runs come. */
class ClockLeadTest {
  private static final Certname NODE = new Certname("web1");
  private final AtomicLong nanos = new AtomicLong();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ClockLead lead = new ClockLead(meters, nanos::get);

  @Test
  void aLargeLeadIsToldOnceInTenMinutes() {
    assertThat(lead.saw(NODE, 300_000, 0)).isTrue();
    for (int i = 0; i < 1000; i++) {
      assertThat(lead.saw(NODE, 300_000, 0)).isFalse();
    }
    nanos.addAndGet(Duration.ofMinutes(11).toNanos());
    assertThat(lead.saw(NODE, 300_000, 0)).isTrue();
    assertThat(meters.get("bunraku.clock.behind").gauge().value()).isEqualTo(300.0);
  }

  @Test
  void aSmallOneIsNot() {
    assertThat(lead.saw(NODE, 20_000, 0)).isFalse();
    assertThat(lead.saw(NODE, 0, 1_000_000)).isFalse();
    assertThat(meters.get("bunraku.clock.behind").gauge().value()).isZero();
  }
}
