// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.ChangeFeed.Subscription;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Law 9, for backends that tell of changes. A feed has no position that could be kept: who begins
 * to watch looks at everything afterwards, and again when it is told that something was lost.
 */
public abstract class ChangeFeedContract extends BackendContract {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int KEYS = 60;
  private static final int STATES = 40;
  private StoreBackend listener;
  private final List<Subscription> watching = new ArrayList<>();
  private ChangeFeed feed;

  /** The backend of the other contracts writes, another one listens. */
  @BeforeEach
  final void openListener() {
    listener = provider().open(settings());
    feed = orSkip(listener.ability(ChangeFeed.class), "the backend does not tell of changes");
  }

  @AfterEach
  final void closeListener() {
    watching.forEach(Subscription::close);
    listener.close();
  }

  private static Key key(int number) {
    return Key.of("feed", "n" + number);
  }

  private Subscription watch(String prefix, Told told) {
    Subscription subscription = feed.watch(new KeyPrefix(prefix), told);
    watching.add(subscription);
    return subscription;
  }

  private static void await(Runnable assertion) {
    Awaitility.await().atMost(PATIENCE).untilAsserted(assertion::run);
  }

  /** A feed may take a moment until it tells of single documents. */
  private Subscription watchUntilItTells(Told told) {
    Subscription subscription = watch("feed/", told);
    Key probe = Key.of("feed", "probe");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> {
          change(probe, "probe");
          return told.keys().contains(probe);
        });
    told.forget();
    return subscription;
  }

  private void change(Key key, String text) {
    write(key, value(text), read(key).token());
  }

  @Test
  void law9_whatIsWrittenOnceAWatchHasBegunIsToldOrLostIs() {
    Told told = new Told();
    watch("feed/", told);
    put(key(0), value("a"));
    await(() -> assertThat(told.missed(List.of(key(0)))).isEmpty());
  }

  @Test
  void law9_makingChangingAndDeletingIsTold() {
    Told told = new Told();
    watchUntilItTells(told);
    IntStream.range(0, KEYS).forEach(i -> put(key(i), value("v" + i)));
    await(() -> assertThat(told.missed(keys())).isEmpty());
    told.forget();
    IntStream.range(0, KEYS).forEach(i -> change(key(i), "w" + i));
    await(() -> assertThat(told.missed(keys())).isEmpty());
    told.forget();
    IntStream.range(0, KEYS).forEach(i -> remove(key(i)));
    await(() -> assertThat(told.missed(keys())).isEmpty());
  }

  private static List<Key> keys() {
    return IntStream.range(0, KEYS).mapToObj(ChangeFeedContract::key).toList();
  }

  @Test
  void law9_othersPrefixesAreNotTold() {
    Told told = new Told();
    watchUntilItTells(told);
    for (String path : List.of("feeds/a", "fee/d", "other/feed/a", "feed", "chunk/feed/1")) {
      put(new Key(path), value("x"));
    }
    put(new Key("feed/文楽/ü"), value("x"));
    await(() -> assertThat(told.missed(List.of(new Key("feed/文楽/ü")))).isEmpty());
    assertThat(told.keys()).allMatch(k -> k.startsWith(new KeyPrefix("feed/")));
  }

  /** A change is told when it can be read, so the last telling of a key shows its last state. */
  @Test
  void law9_whoReadsWhatIsToldEndsWithTheLastState() {
    assumeTrue(backend().traits().readStaleness().isZero(), "reads may be late");
    Told told = new Told();
    watchUntilItTells(told);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> IntStream.range(0, STATES).forEach(i -> change(key(i % 3), "state" + i)));
    Follower follower = new Follower(told, keys(), key -> patiently(() -> listener.read(key)));
    await(() -> {
      follower.follow();
      for (int last = STATES - 3; last < STATES; last++) {
        assertThat(follower.texts(key(last % 3))).contains("state" + last);
      }
    });
    writer.join();
  }

  /** What a replica relies on: watch first, then scan; together they miss nothing. */
  @Test
  void law9_aWatchAndAScanAfterItMissNothing() {
    assumeTrue(!backend().traits().hasUnboundedScans(), "scans may omit keys for ever");
    Told told = new Told();
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> IntStream.range(0, KEYS).forEach(i -> put(key(i), value("v"))));
    Awaitility.await().atMost(PATIENCE).until(() -> !scan("feed/", Projection.HEADS).isEmpty());
    watch("feed/", told);
    List<Key> scanned = scan("feed/", Projection.HEADS).stream().map(Entry::key).toList();
    writer.join();
    await(() -> assertThat(told.missed(without(scanned))).isEmpty());
  }

  private static List<Key> without(List<Key> scanned) {
    return keys().stream().filter(key -> !scanned.contains(key)).toList();
  }

  @Test
  void law9_whoStopsIsToldNothingAndOthersGoOn() {
    Told stopped = new Told();
    Told goingOn = new Told();
    Subscription first = watchUntilItTells(stopped);
    watchUntilItTells(goingOn);
    first.close();
    first.close();
    quietAfter(stopped);
    put(key(1), value("v"));
    await(() -> assertThat(goingOn.missed(List.of(key(1)))).isEmpty());
    assertThat(stopped.keys()).doesNotContain(key(1));
  }

  /** What was under way when it stopped may still arrive. */
  private static void quietAfter(Told told) {
    Awaitility.await()
        .during(Duration.ofMillis(200))
        .atMost(PATIENCE)
        .until(() -> {
          boolean quiet = told.keys().isEmpty();
          told.forget();
          return quiet;
        });
  }

  @Test
  void law9_aClosedBackendTellsNothingAndClosesItsFeeds() {
    Told told = new Told();
    Subscription subscription = watchUntilItTells(told);
    listener.close();
    quietAfter(told);
    Stream.of(1, 2, 3).forEach(i -> put(key(i), value("v")));
    quietAfter(told);
    subscription.close();
    assertThat(told.keys()).isEmpty();
  }
}
