// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PagedCursor;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.zookeeper.Session.Data;
import io.bunraku.storeconfig.zookeeper.Session.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.zookeeper.KeeperException.Code;
import org.jspecify.annotations.Nullable;

/**
 * Lists a family by all its shards at once, then asks for its documents, many under way at a time;
 * for heads no bytes are moved. What is deleted meanwhile is left out.
 */
final class ShardScan implements PagedCursor.Pages<Entry> {
  private static final int HEADS = 256;
  private static final int VALUES = 16;
  private final Connection connection;
  private final Layout layout;
  private final Reader reader;
  private final KeyPrefix prefix;
  private final Projection projection;
  private final Deque<String> families = new ArrayDeque<>();
  private final Deque<String> znodes = new ArrayDeque<>();

  ShardScan(
      Connection connection,
      Layout layout,
      Reader reader,
      KeyPrefix prefix,
      Projection projection) {
    this.connection = connection;
    this.layout = layout;
    this.reader = reader;
    this.prefix = prefix;
    this.projection = projection;
    begin();
  }

  private void begin() {
    Session session = connection.session();
    CompletableFuture<Reply<String>> fresh = session.sync(layout.root());
    String family = layout.family(prefix);
    if (family != null) {
      families.add(family);
    } else {
      names(session, session.children(layout.root()), layout.root())
          .forEach(name -> families.add(layout.listed(name)));
    }
    session.await(fresh).orThrow(connection.failures(), layout.root());
  }

  private List<String> names(
      Session session, CompletableFuture<Reply<List<String>>> request, String znode) {
    Reply<List<String>> reply = session.await(request);
    return reply.code() == Code.NONODE ? List.of() : reply.orThrow(connection.failures(), znode);
  }

  private void list(String family) {
    Session session = connection.session();
    List<String> shards = Layout.shards(family).toList();
    List<CompletableFuture<Reply<List<String>>>> requests =
        shards.stream().map(session::children).toList();
    for (int i = 0; i < shards.size(); i++) {
      String shard = shards.get(i);
      for (String name : names(session, requests.get(i), shard)) {
        String znode = shard + "/" + name;
        Key key = layout.key(znode);
        if (key != null && key.startsWith(prefix)) {
          znodes.add(znode);
        }
      }
    }
  }

  @Override
  public @Nullable List<Entry> next() {
    if (!znodes.isEmpty()) {
      return fetch(take(projection == Projection.HEADS ? HEADS : VALUES));
    }
    String family = families.peek();
    if (family == null) {
      return null;
    }
    list(family);
    families.remove();
    return List.of();
  }

  private List<String> take(int size) {
    List<String> some = new ArrayList<>(size);
    for (Iterator<String> i = znodes.iterator(); i.hasNext() && some.size() < size; ) {
      some.add(i.next());
      i.remove();
    }
    return some;
  }

  private List<Entry> fetch(List<String> some) {
    Session session = connection.session();
    List<CompletableFuture<Reply<Data>>> requests = some.stream().map(session::data).toList();
    List<@Nullable Data> heads = new ArrayList<>(some.size());
    for (int i = 0; i < some.size(); i++) {
      heads.add(reader.await(session, requests.get(i), some.get(i)));
    }
    List<Entry> page = new ArrayList<>(some.size());
    if (projection == Projection.HEADS) {
      for (int i = 0; i < some.size(); i++) {
        addHead(page, some.get(i), heads.get(i));
      }
    } else {
      addValues(page, session, some, heads);
    }
    return page;
  }

  private void addHead(List<Entry> page, String znode, @Nullable Data data) {
    Key key = layout.key(znode);
    if (data != null && key != null) {
      Head head = Head.decode(znode, data.bytes());
      page.add(new Entry(key, head.token(data.stat().getVersion()), head.attributes(), List.of()));
    }
  }

  private void addValues(
      List<Entry> page, Session session, List<String> some, List<@Nullable Data> heads) {
    List<@Nullable CompletableFuture<Reply<Data>>> requests = new ArrayList<>(some.size());
    for (int i = 0; i < some.size(); i++) {
      Data head = heads.get(i);
      requests.add(head == null ? null : session.data(child(some.get(i), head)));
    }
    for (int i = 0; i < some.size(); i++) {
      CompletableFuture<Reply<Data>> request = requests.get(i);
      Data head = heads.get(i);
      Key key = layout.key(some.get(i));
      if (request != null && head != null && key != null) {
        Stored stored = stored(some.get(i), head, reader.await(session, request, some.get(i)));
        Entry.of(key, stored, projection).ifPresent(page::add);
      }
    }
  }

  private static String child(String znode, Data head) {
    return ZooKeeperBackend.child(znode, Head.decode(znode, head.bytes()).life());
  }

  private Stored stored(String znode, Data head, @Nullable Data body) {
    return Reader.belong(head, body) ? Reader.stored(znode, head, body) : reader.read(znode);
  }
}
