// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.model.Bytes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of the domain share: two masters on one store. */
abstract class TwoMasters extends BackendContract {
  private static final Keyring KEYS = new Keyring(1, Map.of(1, Bytes.of(new byte[32])));
  StoreConfigs one;
  StoreConfigs two;

  @BeforeEach
  final void openStores() {
    one = open("one");
    two = open("two");
  }

  private StoreConfigs open(String master) {
    return open(master, new SimpleMeterRegistry());
  }

  final StoreConfigs open(String master, MeterRegistry meters) {
    StoreOptions options =
        StoreOptions.of(provider().name(), Map.of(), master)
            .withMeters(meters)
            .withBound(Duration.ZERO)
            .withDeadline(Duration.ofSeconds(60))
            .withKeyring(KEYS);
    return StoreConfigs.over(provider().open(settings()), options);
  }

  @AfterEach
  final void closeStores() {
    one.close();
    two.close();
  }

  static void inParallel(List<StoreConfigs> masters, Consumer<StoreConfigs> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      masters.forEach(m -> all.add(threads.submit(() -> work.accept(m))));
      for (Future<?> f : all) {
        f.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e.getCause() == null ? e : e.getCause());
    }
  }
}
