// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PagedCursor;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import io.bunraku.storeconfig.zookeeper.Session.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;

/**
 * A document is a znode with its head and one child with its bytes, written in one transaction; see
 * {@link Layout} and {@link Head}.
 */
final class ZooKeeperBackend implements StoreBackend, ChangeFeed {
  /**
   * A request of more than 1 MiB (ZooKeeper's {@code jute.maxbuffer}) is answered by closing the
   * connection, which would look like an unknown outcome; the rest is for paths and attributes.
   */
  static final int MAX_VALUE_BYTES = 1_000_000;

  private static final int MAX_HEAD_BYTES = 16 << 10;
  private static final Traits TRAITS =
      new Traits(ConflictModel.COMPARE_AND_SET, MAX_VALUE_BYTES, Duration.ZERO, Duration.ZERO);
  private final Connection connection;
  private final Layout layout;
  private final Reader reader;

  ZooKeeperBackend(Connection connection, Layout layout) {
    this.connection = connection;
    this.layout = layout;
    this.reader = new Reader(connection);
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Stored read(Key key) {
    return reader.read(layout.znode(key));
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    byte[] bytes = value.bytes().array();
    if (bytes.length > MAX_VALUE_BYTES) {
      throw new StoreException(
          Failures.line("the value of " + key + " is larger than " + MAX_VALUE_BYTES + " bytes"));
    }
    return seen.isAbsent() ? create(key, value, bytes) : replace(key, value, bytes, seen);
  }

  private WriteOutcome create(Key key, Value value, byte[] bytes) {
    String znode = layout.znode(key);
    Head head = new Head(Head.newLife(), value.attributes());
    List<Op> operations =
        List.of(
            Op.create(znode, encode(key, head), connection.acl(), CreateMode.PERSISTENT),
            Op.create(child(znode, head.life()), bytes, connection.acl(), CreateMode.PERSISTENT));
    Session session = connection.session();
    Reply<List<OpResult>> reply = session.await(session.multi(operations));
    if (reply.code() == Code.NONODE) { // nothing was written
      makeParents(session, znode);
      reply = session.await(session.multi(operations));
    }
    return outcome(reply, znode, results -> head.token(0));
  }

  private WriteOutcome replace(Key key, Value value, byte[] bytes, Token seen) {
    String znode = layout.znode(key);
    Head.Seen old = Head.Seen.of(seen);
    Head head = new Head(old.life(), value.attributes());
    List<Op> operations =
        List.of(
            Op.setData(znode, encode(key, head), old.version()),
            Op.setData(child(znode, old.life()), bytes, -1));
    Session session = connection.session();
    return outcome(
        session.await(session.multi(operations)),
        znode,
        results -> head.token(((OpResult.SetDataResult) results.get(0)).getStat().getVersion()));
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    String znode = layout.znode(key);
    if (seen.isAbsent()) {
      return read(key).isAbsent()
          ? new WriteOutcome.Written(Token.ABSENT)
          : new WriteOutcome.Conflict();
    }
    Head.Seen old = Head.Seen.of(seen);
    List<Op> operations =
        List.of(Op.delete(child(znode, old.life()), -1), Op.delete(znode, old.version()));
    Session session = connection.session();
    return outcome(session.await(session.multi(operations)), znode, results -> Token.ABSENT);
  }

  private WriteOutcome outcome(
      Reply<List<OpResult>> reply, String znode, Function<List<OpResult>, Token> token) {
    List<OpResult> results = reply.value();
    return reply.code() == Code.OK && results != null
        ? new WriteOutcome.Written(token.apply(results))
        : connection.failures().outcome(reply.code(), znode);
  }

  private static byte[] encode(Key key, Head head) {
    byte[] data = head.encode();
    if (data.length > MAX_HEAD_BYTES) {
      throw new StoreException(Failures.line("the attributes of " + key + " are too long"));
    }
    return data;
  }

  static String child(String znode, String life) {
    return znode + "/" + life;
  }

  /**
   * Makes the znodes above one. The upper ones may be somebody else's, who has made them for us and
   * lets us make nothing beside them.
   */
  private void makeParents(Session session, String znode) {
    List<CompletableFuture<Reply<String>>> made = new ArrayList<>();
    for (int i = znode.indexOf('/', 1); i > 0; i = znode.indexOf('/', i + 1)) {
      made.add(session.create(znode.substring(0, i), connection.acl()));
    }
    List<Code> codes = made.stream().map(session::await).map(Reply::code).toList();
    if (!isThere(codes.get(codes.size() - 1))) {
      Code first = codes.stream().filter(c -> !isThere(c)).findFirst().orElseThrow();
      throw connection.failures().of(first, layout.root());
    }
  }

  private static boolean isThere(Code code) {
    return code == Code.OK || code == Code.NODEEXISTS;
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    return new PagedCursor<>(new ShardScan(connection, layout, reader, prefix, projection));
  }

  @Override
  public Subscription watch(KeyPrefix prefix, Changes changes) {
    TreeWatch watch = new TreeWatch(connection, layout, prefix, changes);
    watch.start();
    return watch;
  }

  @Override
  public Health check() {
    return Health.of(this::describe);
  }

  private String describe() {
    Session session = connection.session();
    Reply<List<String>> families = session.await(session.children(layout.root()));
    if (families.code() != Code.OK && families.code() != Code.NONODE) {
      throw connection.failures().of(families.code(), layout.root());
    }
    String path = families.code() == Code.OK ? "" : ", which is made at the first write";
    return connection.servers() + ", path " + layout.root() + path;
  }

  @Override
  public void close() {
    connection.close();
  }
}
