// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laws with many threads. */
public abstract class ConcurrencyContract extends BackendContract {
  private static final int THREADS = 8;
  private static final int ROUNDS = 25;

  private static void inParallel(IntConsumer work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      IntStream.range(0, THREADS).forEach(t -> all.add(threads.submit(() -> work.accept(t))));
      for (Future<?> f : all) {
        f.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e.getCause() == null ? e : e.getCause());
    }
  }

  private static Set<String> words(Stored stored) {
    return stored.values().stream()
        .flatMap(v -> Arrays.stream(v.bytes().text().split(" ")))
        .filter(w -> !w.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Each adds its words to one document, merging what it reads: none may be missing at the end. */
  @Test
  void law2_noneOfManyConcurrentUpdatesIsLost() {
    Key key = anyKey();
    inParallel(t -> IntStream.range(0, ROUNDS).forEach(i -> add(key, "t" + t + "r" + i)));
    assertThat(words(read(key))).hasSize(THREADS * ROUNDS);
  }

  private void add(Key key, String word) {
    while (true) {
      Stored seen = read(key);
      Set<String> words = words(seen);
      words.add(word);
      WriteOutcome outcome = write(key, value(String.join(" ", words)), seen.token());
      if (outcome instanceof WriteOutcome.Written) {
        return;
      }
    }
  }

  @Test
  void law2_ofManyThatCreateOneKeyNoneWinsSilently() {
    Key key = anyKey();
    String[] told = new String[THREADS];
    inParallel(t -> {
      String own = "creator" + t;
      WriteOutcome outcome = write(key, value(own), Token.ABSENT);
      told[t] = outcome instanceof WriteOutcome.Written ? own : "";
    });
    List<String> winners = Arrays.stream(told).filter(w -> !w.isEmpty()).sorted().toList();
    assertThat(texts(key)).isEqualTo(winners);
    assertThat(winners.size() == 1 || !comparesAndSets()).isTrue();
  }

  @Test
  void law4_concurrentWritesOfManyKeysAllAppear() {
    inParallel(t ->
        IntStream.range(0, ROUNDS)
            .forEach(i -> put(Key.of("many", "t" + t + "r" + i), value("v" + t + i))));
    scanUntil("many/", Projection.HEADS, e -> e.size() == THREADS * ROUNDS);
  }

  @Test
  void law3_aReaderNeverSeesHalfAValue() {
    Key key = anyKey();
    put(key, value("0".repeat(50_000)));
    inParallel(t -> {
      for (int i = 0; i < ROUNDS; i++) {
        if (t == 0) {
          put(
              key,
              value(Integer.toString(i % 10).repeat(50_000) + "x".repeat(i)),
              read(key).token());
        } else {
          read(key).values().forEach(v -> verifyWhole(v.bytes().text()));
        }
      }
    });
    assertThat(texts(key)).allSatisfy(ConcurrencyContract::verifyWhole);
  }

  private static void verifyWhole(String text) {
    assertThat(text.substring(0, 50_000).chars().distinct().count()).isEqualTo(1);
  }
}
