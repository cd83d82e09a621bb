// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.IssuedCertificate;
import io.bunraku.storeconfig.model.Resource;
import io.bunraku.storeconfig.query.Filter;
import io.bunraku.storeconfig.query.ResourceQuery;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Stored;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that are heard of no more, and those that come back. */
class NodeLifecycleTest {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final Certname A = new Certname("a");
  private static final Certname B = new Certname("b");
  private final MemoryStore store = new MemoryStore(ConflictModel.COMPARE_AND_SET);
  private final MemoryBackend backend = new MemoryBackend(store);
  private long now = 100 * DAY;
  private final StoreConfigs stores =
      StoreConfigs.over(backend, StoreOptions.of("memory", Map.of(), "m").withClock(new Hands()));

  /** A clock that the test sets. */
  private final class Hands extends Clock {
    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(now);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @AfterEach
  void close() {
    stores.close();
  }

  private void run(Certname node) {
    Resource file = new Resource("File", "/" + node, List.of(), null, 0, true, Map.of());
    stores.store(
        new CompiledRun(
            node,
            new EnvironmentName("p"),
            1,
            "1",
            null,
            "uuid",
            Bytes.utf8("{}"),
            List.of(new ExportedResource(node.value(), "p", file, Set.of())),
            new Facts(node, new EnvironmentName("p"), Map.of("os", "x"), now, "m")));
  }

  private List<String> collected() {
    return stores.exports().find(new ResourceQuery("File", new Filter.Always(), "x", null)).stream()
        .map(ExportedResource::node)
        .toList();
  }

  private boolean isStored(String key) {
    return !backend.read(new io.bunraku.storeconfig.spi.Key(key)).isAbsent();
  }

  @Test
  void whoIsNotHeardOfExpires() {
    run(A);
    now += 5 * DAY;
    run(B);
    now += 3 * DAY;
    assertThat(stores.nodes().expire(now - 7 * DAY)).containsExactly(A);
    assertThat(collected()).containsExactly("b");
    assertThat(stores.nodes().get(A).orElseThrow().isActive()).isFalse();
    assertThat(stores.nodes().expire(now - 7 * DAY)).isEmpty();
    run(A);
    assertThat(collected()).containsExactly("a", "b");
    assertThat(stores.nodes().expire(now - 7 * DAY)).isEmpty();
  }

  @Test
  void aDeactivationThatWasInterruptedIsEnded() {
    run(A);
    Stored exports = backend.read(Families.exports(A));
    stores.nodes().deactivate(A);
    Stored buried = backend.read(Families.exports(A));
    backend.write(Families.exports(A), exports.values().get(0), buried.token());
    try (StoreConfigs other =
        StoreConfigs.over(backend, StoreOptions.of("memory", Map.of(), "o"))) {
      assertThat(other.exports().of(A)).hasSize(1);
      assertThat(other.nodes().expire(0)).isEmpty();
      assertThat(other.exports().of(A)).isEmpty();
    }
  }

  @Test
  void exportsFromBeforeADeactivationAreWrittenAnew() {
    run(A);
    Stored exports = backend.read(Families.exports(A));
    stores.nodes().deactivate(A);
    Stored buried = backend.read(Families.exports(A));
    backend.write(Families.exports(A), exports.values().get(0), buried.token());
    run(A);
    assertThat(stores.nodes().expire(0)).isEmpty();
    assertThat(stores.exports().of(A)).hasSize(1);
  }

  @Test
  void whoIsGoneForLongLeavesNothing() {
    run(A);
    now += DAY;
    stores.nodes().deactivate(A);
    assertThat(stores.nodes().purgeDeactivated(now)).isEmpty();
    now += DAY;
    assertThat(stores.nodes().purgeDeactivated(now)).containsExactly(A);
    for (String kind : List.of("facts", "catalog", "exports", "node")) {
      assertThat(isStored(kind + "/a")).as(kind).isFalse();
    }
    assertThat(stores.nodes().purgeDeactivated(now)).isEmpty();
  }

  @Test
  void theStateOfANodeWithACertificateStays() {
    run(A);
    stores.ca().issue(new IssuedCertificate(A, BigInteger.ONE, "pem", now, now + DAY));
    stores.nodes().deactivate(A);
    now += DAY;
    assertThat(stores.nodes().purgeDeactivated(now)).containsExactly(A);
    assertThat(isStored("facts/a")).isFalse();
    assertThat(stores.nodes().get(A)).isPresent();
    assertThat(stores.nodes().purgeDeactivated(now)).isEmpty();
  }
}
