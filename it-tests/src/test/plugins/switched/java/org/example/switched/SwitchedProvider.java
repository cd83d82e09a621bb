// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package org.example.switched;

import io.bunraku.storeconfig.Backends;
import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The local store behind a fault switch: it is away as long as a file exists. */
public final class SwitchedProvider implements StoreBackendProvider {
  @Override
  public String name() {
    return "switched";
  }

  @Override
  public Set<String> secretSettings() {
    return Set.of();
  }

  @Override
  public StoreBackend open(StoreSettings settings) {
    settings.allow(Set.of("path", "switch"));
    StoreBackend local =
        Backends.builtIn().open("local", Map.of("path", settings.require("path")));
    return new Switched(local, settings.requirePath("switch"));
  }

  private record Switched(StoreBackend local, Path file) implements StoreBackend {
    private StoreBackend on() {
      if (Files.exists(file)) {
        throw new StoreUnavailableException("store switched: is off");
      }
      return local;
    }

    @Override
    public Traits traits() {
      return local.traits();
    }

    @Override
    public Stored read(Key key) {
      return on().read(key);
    }

    @Override
    public WriteOutcome write(Key key, Value value, Token seen) {
      return on().write(key, value, seen);
    }

    @Override
    public WriteOutcome delete(Key key, Token seen) {
      return on().delete(key, seen);
    }

    @Override
    public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
      return on().scan(prefix, projection);
    }

    @Override
    public <C> Optional<C> ability(Class<C> kind) {
      return kind != AtomicWrites.class
          ? Optional.empty()
          : local
              .ability(AtomicWrites.class)
              .map(atomic -> kind.cast((AtomicWrites) writes -> {
                on();
                return atomic.writeAll(writes);
              }));
    }

    @Override
    public Health check() {
      return Files.exists(file)
          ? new Health(false, "store switched: is off", Duration.ZERO)
          : local.check();
    }

    @Override
    public void close() {
      local.close();
    }
  }
}
