// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.core.FutureOperation;
import com.basho.riak.client.core.NoNodesAvailableException;
import com.basho.riak.client.core.RiakFuture;
import com.basho.riak.client.core.netty.RiakResponseException;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Sends requests to the nodes, opened when the first is sent. Nothing is sent twice. */
final class Cluster implements AutoCloseable {
  /** What the server and the watch on the connection may take longer than asked for. */
  private static final int GRACE_MILLIS = 1_000;

  private final RiakSettings settings;
  private final Diagnosis diagnosis;
  private final int capacity;
  private final Semaphore permits;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile @Nullable Client client;
  private volatile boolean closed;

  /**
   * A request under way.
   *
   * @param <T> what Riak answers
   */
  interface Pending<T> {
    /**
     * Waits for the end.
     *
     * @throws StoreUnavailableException if nothing was sent
     * @throws StoreException if Riak refuses for a reason that stays
     */
    Answer<T> answer();
  }

  Cluster(RiakSettings settings) {
    this.settings = settings;
    this.diagnosis = new Diagnosis(settings);
    this.capacity = settings.maxConnections() * settings.nodes().size();
    this.permits = new Semaphore(capacity, true);
  }

  /** Sends a request and waits for its end. */
  <T> Answer<T> call(FutureOperation<T, ?, ?> operation) {
    return start(operation).answer();
  }

  /** Sends a request. It holds one of the connections until its end, awaited or not. */
  <T> Pending<T> start(FutureOperation<T, ?, ?> operation) {
    Client open = client();
    acquire();
    RiakFuture<T, ?> future;
    try {
      future = open.send(operation);
    } catch (IllegalStateException e) {
      permits.release(); // what the client says once it is shut down
      throw new StoreUnavailableException("store riak: is closed", e);
    }
    future.addListener(f -> permits.release());
    return () -> await(future);
  }

  private void acquire() {
    try {
      if (!permits.tryAcquire(settings.requestMillis(), TimeUnit.MILLISECONDS)) {
        throw new StoreUnavailableException(
            "store riak: all " + capacity + " connections are busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("store riak: interrupted", e);
    }
  }

  private <T> Answer<T> await(RiakFuture<T, ?> future) {
    try {
      long limit = settings.connectMillis() + settings.requestMillis() + 2L * GRACE_MILLIS;
      return new Answer.Done<>(future.get(limit, TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return new Answer.Silent<>("no answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Silent<>("interrupted");
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    }
  }

  private <T> Answer<T> failed(Throwable cause) {
    if (cause instanceof NoNodesAvailableException) {
      throw diagnosis.why();
    }
    if (cause instanceof RiakResponseException refusal) {
      String error = Refusals.line(refusal);
      Refusals.throwIfLasting(settings, error);
      return new Answer.Refused<>(error);
    }
    return new Answer.Silent<>("the connection was lost or no answer came in time");
  }

  private Client client() {
    Client open = client;
    if (open != null && !closed) {
      return open;
    }
    opening.lock();
    try {
      if (closed) {
        throw new StoreUnavailableException("store riak: is closed");
      }
      open = client;
      if (open == null) {
        open = Client.open(settings, settings.requestMillis() + GRACE_MILLIS);
        client = open;
      }
      return open;
    } finally {
      opening.unlock();
    }
  }

  /** How many nodes answer, in words. */
  String nodes() {
    Client open = client;
    return (open == null ? 0 : open.running()) + " of " + settings.nodes().size() + " nodes";
  }

  /** Waits for what is under way, as long as a request may take. */
  @Override
  public void close() {
    opening.lock();
    try {
      Client open = client;
      if (closed || open == null) {
        closed = true;
        return;
      }
      closed = true;
      drain();
      open.close();
    } finally {
      opening.unlock();
    }
  }

  private void drain() {
    try {
      if (permits.tryAcquire(
          capacity, settings.requestMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        permits.release(capacity);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
