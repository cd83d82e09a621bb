// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Many small requests, some of them at once. */
final class Parallel {
  private static final int WIDTH = 16;

  private Parallel() {}

  /** The results in the order of the items. The first failure ends all and is thrown. */
  static <A, B> List<B> map(List<A> items, Function<A, B> work) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(WIDTH, Thread.ofVirtual().factory())) {
      List<Future<B>> all = new ArrayList<>(items.size());
      items.forEach(item -> all.add(threads.submit(() -> work.apply(item))));
      try {
        List<B> results = new ArrayList<>(items.size());
        for (Future<B> future : all) {
          results.add(future.get());
        }
        return results;
      } catch (ExecutionException e) {
        threads.shutdownNow();
        throw e.getCause() instanceof StoreException s ? s : new IllegalStateException(e);
      } catch (InterruptedException e) {
        threads.shutdownNow();
        Thread.currentThread().interrupt();
        throw new StoreUnavailableException("store s3: interrupted", e);
      }
    }
  }
}
