// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Some tasks at a time: remote stores answer one by one in milliseconds. After the first failure no
 * more are begun, and {@code close} throws it.
 */
final class Workers implements AutoCloseable {
  private static final int AT_A_TIME = 16;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  /** Begins a task when there is a place. */
  void run(Runnable task) {
    places.acquireUninterruptibly();
    if (failure.get() != null) {
      places.release();
      return;
    }
    threads.execute(() -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        failure.compareAndSet(null, e);
      } finally {
        places.release();
      }
    });
  }

  @Override
  public void close() {
    threads.close();
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }
}
