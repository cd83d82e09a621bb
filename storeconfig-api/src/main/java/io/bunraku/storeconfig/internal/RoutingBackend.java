// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PrefixDrop;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.ResourcePushdown;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Several backends as one: each document is in the backend whose prefix is the longest that its key
 * begins with. What another backend may hold below a prefix, from before it was routed elsewhere,
 * is never shown.
 */
public final class RoutingBackend implements StoreBackend {
  private final List<Route> routes;
  private final List<Branch> branches = new ArrayList<>();

  /**
   * A backend and what it keeps.
   *
   * @param name for people: the backend's name
   * @param prefixes {@link KeyPrefix#ALL} for what no other route keeps
   * @param backend closed with the routing
   */
  public record Route(String name, List<KeyPrefix> prefixes, StoreBackend backend) {

    /** Freezes the list. */
    public Route {
      prefixes = List.copyOf(prefixes);
    }
  }

  private record Branch(KeyPrefix prefix, StoreBackend backend) {}

  /**
   * Joins backends.
   *
   * @param routes one of them keeps {@link KeyPrefix#ALL}; no prefix occurs twice
   */
  public RoutingBackend(List<Route> routes) {
    this.routes = List.copyOf(routes);
    for (Route route : routes) {
      route.prefixes().forEach(p -> branches.add(new Branch(p, route.backend())));
    }
    branches.sort(Comparator.comparingInt((Branch b) -> b.prefix().path().length()).reversed());
  }

  private Branch branch(String path) {
    return branches.stream()
        .filter(b -> path.startsWith(b.prefix().path()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No route for " + path));
  }

  private StoreBackend of(Key key) {
    return branch(key.path()).backend();
  }

  /** The weaker promise of all. */
  @Override
  public Traits traits() {
    List<Traits> all = routes.stream().map(r -> r.backend().traits()).toList();
    return new Traits(
        all.stream().map(Traits::conflicts).max(Comparator.naturalOrder()).orElseThrow(),
        all.stream().mapToLong(Traits::maxValueBytes).min().orElseThrow(),
        all.stream().map(Traits::readStaleness).max(Comparator.naturalOrder()).orElseThrow(),
        all.stream().map(Traits::scanStaleness).max(Comparator.naturalOrder()).orElseThrow());
  }

  @Override
  public Stored read(Key key) {
    return of(key).read(key);
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    return of(key).write(key, value, seen);
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    return of(key).delete(key, seen);
  }

  /** One backend after the other, each begun when its turn comes. */
  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    List<Supplier<Cursor<Entry>>> parts = new ArrayList<>();
    for (Branch branch : below(prefix)) {
      parts.add(() -> scan(branch, prefix, projection));
    }
    return new JoinedCursor<>(parts);
  }

  private Cursor<Entry> scan(Branch branch, KeyPrefix prefix, Projection projection) {
    boolean nested = branch.prefix().path().startsWith(prefix.path());
    return new WholeEntries(
        branch.backend().scan(nested ? branch.prefix() : prefix, projection),
        entry -> branch(entry.key().path()).equals(branch) ? entry : null);
  }

  /** Where documents below a prefix can be: its own branch, and those that begin within it. */
  private List<Branch> below(KeyPrefix prefix) {
    Branch own = branch(prefix.path());
    return branches.stream()
        .filter(b -> b.equals(own) || b.prefix().path().startsWith(prefix.path()))
        .toList();
  }

  @Override
  public <C> Optional<C> ability(Class<C> kind) {
    if (kind == AtomicWrites.class) {
      return any(kind) ? Optional.of(kind.cast(new WithinOneRoute())) : Optional.empty();
    }
    if (kind == ChangeFeed.class) {
      return any(kind) ? Optional.of(kind.cast((ChangeFeed) this::watch)) : Optional.empty();
    }
    if (kind == PrefixDrop.class) {
      return any(kind) ? Optional.of(kind.cast(new BranchDrop())) : Optional.empty();
    }
    return kind == ResourcePushdown.class
        ? branch("exports/").backend().ability(kind)
        : Optional.empty();
  }

  private boolean any(Class<?> kind) {
    return routes.stream().anyMatch(r -> r.backend().ability(kind).isPresent());
  }

  /** Who has no feed is polled anyway. */
  private ChangeFeed.Subscription watch(KeyPrefix prefix, ChangeFeed.Changes changes) {
    List<ChangeFeed.Subscription> all = new ArrayList<>();
    for (Branch branch : below(prefix)) {
      boolean nested = branch.prefix().path().startsWith(prefix.path());
      branch
          .backend()
          .ability(ChangeFeed.class)
          .ifPresent(f -> all.add(f.watch(nested ? branch.prefix() : prefix, changes)));
    }
    return () -> all.forEach(ChangeFeed.Subscription::close);
  }

  /** A transaction is that of one backend. */
  private final class WithinOneRoute implements AtomicWrites {
    @Override
    public boolean together(List<Key> keys) {
      StoreBackend first = of(keys.get(0));
      return first.ability(AtomicWrites.class).isPresent()
          && keys.stream().allMatch(key -> of(key).equals(first));
    }

    @Override
    public List<WriteOutcome> writeAll(List<Write> writes) {
      if (!together(writes.stream().map(Write::key).toList())) {
        throw new IllegalArgumentException("These documents are in different backends");
      }
      return of(writes.get(0).key()).ability(AtomicWrites.class).orElseThrow().writeAll(writes);
    }
  }

  /** Can be done where all backends can that may hold something below a prefix. */
  private final class BranchDrop implements PrefixDrop {
    @Override
    public boolean canDrop(KeyPrefix prefix) {
      return below(prefix).stream()
          .map(b -> b.backend().ability(PrefixDrop.class))
          .allMatch(drop -> drop.isPresent() && drop.get().canDrop(prefix));
    }

    @Override
    public long drop(KeyPrefix prefix) {
      long dropped = 0;
      for (Branch branch : below(prefix)) {
        boolean nested = branch.prefix().path().startsWith(prefix.path());
        PrefixDrop drop = branch.backend().ability(PrefixDrop.class).orElseThrow();
        dropped += drop.drop(nested ? branch.prefix() : prefix);
      }
      return dropped;
    }
  }

  /** Up if all are. */
  @Override
  public Health check() {
    List<Health> all = routes.stream().map(r -> r.backend().check()).toList();
    List<String> details = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      details.add(routes.get(i).name() + ": " + all.get(i).detail());
    }
    return new Health(
        all.stream().allMatch(Health::up),
        details.stream().collect(Collectors.joining("; ")),
        all.stream().map(Health::latency).max(Comparator.naturalOrder()).orElse(Duration.ZERO));
  }

  @Override
  public void close() {
    routes.forEach(r -> r.backend().close());
  }
}
