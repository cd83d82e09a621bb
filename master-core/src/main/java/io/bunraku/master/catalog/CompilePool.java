// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.catalog;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that compile: as many as there are processors, with a stack of their own size, so
 * that the compiler's counted depth ends before the stack does. A bounded queue; what does not fit
 * is refused at once.
 */
public final class CompilePool implements AutoCloseable {

  /** Reserved address space; only what a compile touches becomes memory. */
  private static final long STACK_BYTES = 256L * 1024 * 1024;

  private final ThreadPoolExecutor executor;

  /**
   * Creates a pool; threads start when first needed.
   *
   * @param threads how many compile at a time
   * @param queue how many may wait
   */
  public CompilePool(int threads, int queue) {
    ThreadFactory factory =
        Thread.ofPlatform().name("compile-", 0).stackSize(STACK_BYTES).daemon().factory();
    executor =
        new ThreadPoolExecutor(
            threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), factory);
  }

  /**
   * Runs a task and waits for it.
   *
   * @throws CatalogException unavailable, when the queue is full
   * @throws ExecutionException what the task has thrown
   */
  <T> T run(Callable<T> task) throws CatalogException, ExecutionException {
    Future<T> future;
    try {
      future = executor.submit(task);
    } catch (RejectedExecutionException e) {
      throw CatalogException.unavailable("too many catalogs are waiting to be compiled");
    }
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw CatalogException.unavailable("this master is stopping");
    }
  }

  /** How many wait. */
  public int waiting() {
    return executor.getQueue().size();
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
