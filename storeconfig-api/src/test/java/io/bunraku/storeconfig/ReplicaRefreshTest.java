// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Resource;
import io.bunraku.storeconfig.model.Stamp;
import io.bunraku.storeconfig.query.Filter;
import io.bunraku.storeconfig.query.ResourceQuery;
import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When this master sees what another one exports. */
class ReplicaRefreshTest {
  private static final Certname NODE = new Certname("a");
  private final MemoryStore store = new MemoryStore(ConflictModel.COMPARE_AND_SET);
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger questions = new AtomicInteger();
  private final List<Runnable> beside = new ArrayList<>();

  /** A backend whose scans can leave things out, and which has a feed or not. */
  private static final class Lossy implements StoreBackend {
    private final MemoryBackend backend;
    private final boolean feed;
    private boolean omitting;
    private int lasts = Integer.MAX_VALUE;
    private volatile boolean broken;
    private Runnable scanning = () -> {};

    Lossy(MemoryStore store, boolean feed) {
      this.backend = new MemoryBackend(store);
      this.feed = feed;
    }

    @Override
    public Traits traits() {
      return backend.traits();
    }

    @Override
    public Stored read(Key key) {
      if (broken) {
        throw new StoreUnavailableException("The connection broke");
      }
      return backend.read(key);
    }

    @Override
    public WriteOutcome write(Key key, Value value, Token seen) {
      return backend.write(key, value, seen);
    }

    @Override
    public WriteOutcome delete(Key key, Token seen) {
      return backend.delete(key, seen);
    }

    @Override
    public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
      scanning.run();
      List<Entry> nothing = List.of();
      return omitting
          ? Cursor.of(nothing.iterator())
          : new BreakingCursor(backend.scan(prefix, projection), lasts);
    }

    @Override
    public <C> Optional<C> ability(Class<C> kind) {
      return kind == ChangeFeed.class && !feed ? Optional.empty() : backend.ability(kind);
    }

    @Override
    public Health check() {
      return backend.check();
    }

    @Override
    public void close() {
      backend.close();
    }
  }

  private long time() {
    questions.incrementAndGet();
    return now.get();
  }

  private ReplicatedExports exports(Lossy backend) {
    Documents documents =
        new Documents(backend, new Sealer(null), new Backoff(Duration.ofSeconds(1)));
    ExportReplica replica = new ExportReplica();
    ReplicaRefresh refresh =
        new ReplicaRefresh(
            backend, documents, replica, Duration.ofSeconds(5), this::time, beside::add);
    return new ReplicatedExports(documents, refresh, replica, Clock.systemUTC());
  }

  private static void export(ReplicatedExports exports, long produced, String... titles) {
    export(exports, NODE, produced, titles);
  }

  private static void export(
      ReplicatedExports exports, Certname node, long produced, String... titles) {
    List<ExportedResource> resources =
        Arrays.stream(titles)
            .map(t -> new Resource("File", t, List.of(), null, 0, true, Map.of()))
            .map(r -> new ExportedResource(node.value(), "production", r, Set.of()))
            .toList();
    exports.replace(node, new Stamp(1, 1, produced, "m", new UUID(0, produced)), resources);
  }

  private static void awaitForLong(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> find(ReplicatedExports exports) {
    ResourceQuery query = new ResourceQuery("File", new Filter.Always(), "b", null);
    return exports.find(query).stream().map(e -> e.resource().title()).toList();
  }

  @Test
  void othersWritesAreSeenWithinTheBound() {
    ReplicatedExports mine = exports(new Lossy(store, false));
    ReplicatedExports other = exports(new Lossy(store, false));
    assertThat(find(mine)).isEmpty();
    export(other, 1, "/x");
    now.addAndGet(Duration.ofSeconds(4).toNanos());
    assertThat(find(mine)).isEmpty();
    assertThat(mine.age()).isEqualTo(Duration.ofSeconds(4));
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(find(mine)).containsExactly("/x");
    assertThat(mine.age()).isZero();
  }

  @Test
  void aChangeFeedMakesItAtOnce() {
    ReplicatedExports mine = exports(new Lossy(store, true));
    ReplicatedExports other = exports(new Lossy(store, true));
    assertThat(find(mine)).isEmpty();
    export(other, 1, "/x");
    assertThat(find(mine)).containsExactly("/x");
    mine.close();
    export(other, 2, "/y");
    assertThat(find(mine)).containsExactly("/x");
  }

  @Test
  void absenceFromAScanIsNoDeletion() {
    Lossy backend = new Lossy(store, false);
    ReplicatedExports mine = exports(backend);
    export(mine, 1, "/x");
    assertThat(find(mine)).containsExactly("/x");
    backend.omitting = true;
    now.addAndGet(Duration.ofSeconds(6).toNanos());
    assertThat(find(mine)).containsExactly("/x");
    Stored stored = backend.read(Families.exports(NODE));
    backend.delete(Families.exports(NODE), stored.token());
    now.addAndGet(Duration.ofSeconds(6).toNanos());
    assertThat(find(mine)).isEmpty();
  }

  @Test
  void aQueryAtHalfTheBoundHasOneRefreshMadeBesideIt() {
    ReplicatedExports mine = exports(new Lossy(store, false));
    ReplicatedExports other = exports(new Lossy(store, false));
    assertThat(find(mine)).isEmpty();
    export(other, 1, "/x");
    now.addAndGet(Duration.ofSeconds(3).toNanos());
    assertThat(find(mine)).isEmpty();
    assertThat(find(mine)).isEmpty();
    assertThat(beside).hasSize(1);
    beside.get(0).run();
    assertThat(mine.age()).isZero();
    assertThat(find(mine)).containsExactly("/x");
  }

  /** Where a comparison takes longer than the bound, who waits must not make one each. */
  @Test
  void queriesThatWaitShareAComparisonThatBeganAfterThem() throws Exception {
    Lossy backend = new Lossy(store, false);
    ReplicatedExports mine = exports(backend);
    export(exports(new Lossy(store, false)), 1, "/x");
    mine.load(count -> {});
    now.addAndGet(Duration.ofSeconds(6).toNanos());
    AtomicInteger scans = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    backend.scanning =
        () -> {
          if (scans.incrementAndGet() == 1) {
            begun.countDown();
            awaitForLong(goOn);
          }
          now.addAndGet(Duration.ofSeconds(8).toNanos());
        };
    List<Future<List<String>>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      answers.add(threads.submit(() -> find(mine)));
      begun.await();
      now.incrementAndGet();
      int before = questions.get();
      for (int i = 0; i < 5; i++) {
        answers.add(threads.submit(() -> find(mine)));
      }
      await().until(() -> questions.get() >= before + 2 * 5); // how old it is, and when they asked
      goOn.countDown();
    }
    for (Future<List<String>> answer : answers) {
      assertThat(answer.get()).containsExactly("/x");
    }
    assertThat(scans).hasValue(2);
  }

  @Test
  void whatIsTooOldIsRefusedUntilTheStoreAnswers() {
    ReplicatedExports mine = exports(new Lossy(store, false));
    export(mine, 1, "/x");
    assertThat(find(mine)).containsExactly("/x");
    store.setDown(true);
    now.addAndGet(Duration.ofSeconds(4).toNanos());
    assertThat(find(mine)).containsExactly("/x");
    now.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThatThrownBy(() -> find(mine))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageStartingWith(
            "Exported resources cannot be collected: this master's are 6 s old, ");
    store.setDown(false);
    assertThat(find(mine)).containsExactly("/x");
  }

  @Test
  void aReplicaThatIsNotCompleteIsRefused() {
    ReplicatedExports mine = exports(new Lossy(store, false));
    store.setDown(true);
    assertThatThrownBy(() -> find(mine)).hasMessageContaining("this master's are not complete yet");
  }

  @Test
  void whatTheFeedNamedIsNotForgottenWhenItCannotBeRead() {
    ReplicatedExports mine = exports(new Lossy(store, true));
    ReplicatedExports other = exports(new Lossy(store, true));
    assertThat(find(mine)).isEmpty();
    export(other, 1, "/x");
    store.setDown(true);
    assertThatThrownBy(() -> find(mine)).isInstanceOf(StoreUnavailableException.class);
    store.setDown(false);
    assertThat(find(mine)).containsExactly("/x");
  }

  @Test
  void aColdStartTellsHowFarItIs() {
    export(exports(new Lossy(store, false)), 1, "/x", "/y");
    ReplicatedExports mine = exports(new Lossy(store, false));
    List<Integer> seen = new ArrayList<>();
    assertThat(mine.load(seen::add)).isEqualTo(2);
    assertThat(seen).containsExactly(1);
    assertThat(mine.load(seen::add)).isEqualTo(2);
    assertThat(seen).hasSize(1);
  }

  /** The scan of values breaks, then that of heads, then reads; each attempt goes on. */
  @Test
  void aColdStartThatBreaksGoesOnWithWhatItHas() {
    ReplicatedExports other = exports(new Lossy(store, false));
    for (int i = 0; i < 40; i++) {
      export(other, new Certname("n" + i), 1, "/x" + i);
    }
    Lossy backend = new Lossy(store, false);
    ReplicatedExports mine = exports(backend);
    List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
    backend.lasts = 25;
    assertThatThrownBy(() -> mine.load(seen::add)).isInstanceOf(StoreUnavailableException.class);
    assertThat(seen).hasSize(25);
    assertThatThrownBy(() -> find(mine)).hasMessageContaining("this master's are not complete yet");
    backend.lasts = 30;
    assertThatThrownBy(() -> mine.load(seen::add)).isInstanceOf(StoreUnavailableException.class);
    backend.lasts = Integer.MAX_VALUE;
    backend.broken = true;
    assertThatThrownBy(() -> mine.load(seen::add)).isInstanceOf(StoreUnavailableException.class);
    backend.broken = false;
    assertThat(mine.load(seen::add)).isEqualTo(40);
    assertThat(seen).as("none is read twice").containsExactlyInAnyOrderElementsOf(upTo(40));
    assertThat(find(mine)).hasSize(40);
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void anOlderSetNeverReplacesANewerOne() {
    ReplicatedExports mine = exports(new Lossy(store, false));
    export(mine, 2, "/new");
    export(mine, 1, "/old");
    assertThat(find(mine)).containsExactly("/new");
    assertThat(mine.of(NODE)).hasSize(1);
  }
}
