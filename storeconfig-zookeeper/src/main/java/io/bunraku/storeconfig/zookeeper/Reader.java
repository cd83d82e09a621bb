// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.zookeeper.Session.Data;
import io.bunraku.storeconfig.zookeeper.Session.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.zookeeper.KeeperException.Code;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document of two znodes. They belong together when one transaction has written both; if
 * another one came in between, the older of the two is read again.
 */
final class Reader {
  private static final int ATTEMPTS = 100;
  private final Connection connection;

  Reader(Connection connection) {
    this.connection = connection;
  }

  /** As fresh as the leader is. */
  Stored read(String znode) {
    Session session = connection.session();
    CompletableFuture<Reply<String>> fresh = session.sync(znode);
    Data head = await(session, session.data(znode), znode);
    Reply<String> synced = session.await(fresh);
    synced.orThrow(connection.failures(), znode);
    for (int i = 0; i < ATTEMPTS && head != null; i++) {
      String child = ZooKeeperBackend.child(znode, Head.decode(znode, head.bytes()).life());
      Data body = await(session, session.data(child), child);
      if (belong(head, body)) {
        return stored(znode, head, body);
      }
      head = await(session, session.data(znode), znode);
      if (head != null && belong(head, body)) {
        return stored(znode, head, body);
      }
    }
    if (head != null) {
      throw new StoreUnavailableException(Failures.line(znode + " changes faster than it is read"));
    }
    return Stored.ABSENT;
  }

  /** A znode, or null if it is not there. */
  @Nullable Data await(Session session, CompletableFuture<Reply<Data>> request, String znode) {
    Reply<Data> reply = session.await(request);
    return reply.code() == Code.NONODE ? null : reply.orThrow(connection.failures(), znode);
  }

  static boolean belong(Data head, @Nullable Data body) {
    return body != null && head.stat().getMzxid() == body.stat().getMzxid();
  }

  /** A document of two znodes that belong together. */
  static Stored stored(String znode, Data head, @Nullable Data body) {
    Head decoded = Head.decode(znode, head.bytes());
    Bytes bytes = body == null ? Bytes.utf8("") : body.bytes();
    Value value = new Value(bytes, decoded.attributes());
    return new Stored(List.of(value), decoded.token(head.stat().getVersion()));
  }
}
