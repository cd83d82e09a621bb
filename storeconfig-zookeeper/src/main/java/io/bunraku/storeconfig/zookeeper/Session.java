// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;

/**
 * Requests of one connected client. They are sent at once and answered in the order of sending, so
 * many can be under way; nothing is ever sent twice.
 */
final class Session {

  /**
   * An answer.
   *
   * @param code whether it worked
   * @param value what was asked for, if it worked
   */
  record Reply<T>(Code code, @Nullable T value) {

    /** What was asked for. */
    T orThrow(Failures failures, String znode) {
      if (value == null) {
        throw failures.of(code, znode);
      }
      return value;
    }
  }

  /** A znode. */
  record Data(Bytes bytes, Stat stat) {}

  private final ZooKeeper client;
  private final Duration timeout;

  Session(ZooKeeper client, Duration timeout) {
    this.client = client;
    this.timeout = timeout;
  }

  private static <T> void complete(CompletableFuture<Reply<T>> reply, int code, @Nullable T value) {
    reply.complete(new Reply<>(Code.get(code), value));
  }

  /** Makes what is asked later as fresh as the leader is now. */
  CompletableFuture<Reply<String>> sync(String znode) {
    CompletableFuture<Reply<String>> reply = new CompletableFuture<>();
    client.sync(znode, (code, path, context) -> complete(reply, code, path), null);
    return reply;
  }

  CompletableFuture<Reply<Data>> data(String znode) {
    CompletableFuture<Reply<Data>> reply = new CompletableFuture<>();
    client.getData(
        znode,
        false,
        (code, path, context, bytes, stat) ->
            complete(reply, code, stat == null ? null : new Data(Bytes.of(bytes), stat)),
        null);
    return reply;
  }

  CompletableFuture<Reply<List<String>>> children(String znode) {
    CompletableFuture<Reply<List<String>>> reply = new CompletableFuture<>();
    client.getChildren(
        znode, false, (code, path, context, names) -> complete(reply, code, names), null);
    return reply;
  }

  CompletableFuture<Reply<String>> create(String znode, List<ACL> acl) {
    CompletableFuture<Reply<String>> reply = new CompletableFuture<>();
    client.create(
        znode,
        new byte[0],
        acl,
        CreateMode.PERSISTENT,
        (code, path, context, name) -> complete(reply, code, name),
        null);
    return reply;
  }

  /** All or nothing. */
  CompletableFuture<Reply<List<OpResult>>> multi(List<Op> operations) {
    CompletableFuture<Reply<List<OpResult>>> reply = new CompletableFuture<>();
    client.multi(
        operations, (code, path, context, results) -> complete(reply, code, results), null);
    return reply;
  }

  /** Waits for an answer; that none came in time is one too. */
  <T> Reply<T> await(CompletableFuture<Reply<T>> reply) {
    try {
      return reply.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return new Reply<>(Code.REQUESTTIMEOUT, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply<>(Code.REQUESTTIMEOUT, null);
    } catch (ExecutionException e) {
      throw new StoreUnavailableException(Failures.line("no answer"), e);
    }
  }
}
