// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bunraku.storeconfig.Backends;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed whose server stood still, longer than its session lasts: changes are told or lost is. */
@Tag("long")
class ChangeFeedIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration FROZEN = Duration.ofSeconds(12);
  private static final Value VALUE = Value.of(Bytes.utf8("x"));

  @TempDir Path directory;

  private static final class Noted implements ChangeFeed.Changes {
    private final Set<Key> keys = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean lost = new AtomicBoolean();

    @Override
    public void changed(Key key) {
      keys.add(key);
    }

    @Override
    public void lost() {
      lost.set(true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"zookeeper", "couchdb"})
  void afterAnOutageChangesAreToldOrLostIs(String backend) {
    try (SharedStore store = SharedStore.start(backend, directory);
        StoreBackend listener = Backends.builtIn().open(backend, store.settings());
        StoreBackend writer = Backends.builtIn().open(backend, store.settings())) {
      SharedStore.Freezer freezer = store.freezer();
      Skip.unless(freezer != null, "a server of somebody else is not for us to stop");
      Noted noted = new Noted();
      ChangeFeed feed = listener.ability(ChangeFeed.class).orElseThrow();
      feed.watch(new KeyPrefix("exports/"), noted);
      await().atMost(PATIENCE).until(() -> tells(writer, noted));
      noted.lost.set(false);
      freeze(Objects.requireNonNull(freezer), writer);
      Key after = new Key("exports/after");
      await().atMost(PATIENCE).ignoreExceptions().until(() -> isWritten(writer, after));
      await().atMost(PATIENCE).until(() -> noted.lost.get() || noted.keys.contains(after));
      Key late = new Key("exports/late");
      assertThat(isWritten(writer, late)).isTrue();
      await().atMost(PATIENCE).until(() -> noted.keys.contains(late)); // it goes on telling
    }
  }

  private static boolean tells(StoreBackend writer, Noted noted) {
    Key probe = new Key("exports/probe");
    writer.write(probe, VALUE, writer.read(probe).token());
    return noted.keys.contains(probe);
  }

  private static void freeze(SharedStore.Freezer freezer, StoreBackend writer) {
    freezer.pause();
    try {
      await()
          .during(FROZEN)
          .atMost(PATIENCE)
          .until(() -> {
            try {
              writer.read(new Key("exports/probe"));
              return false;
            } catch (StoreUnavailableException e) {
              return true;
            }
          });
    } finally {
      freezer.resume();
    }
  }

  private static boolean isWritten(StoreBackend writer, Key key) {
    return writer.write(key, VALUE, Token.ABSENT) instanceof WriteOutcome.Written
        || !writer.read(key).isAbsent();
  }
}
