// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The local store behind a fault switch, which is a double of an engine that is away: a file is
 * always there.
 */
class StoreAwayIT extends StoreAwayContract {
  private static final Path PLUGIN = Path.of("src", "test", "plugins", "switched");

  @Override
  AwayStore open(Path scratch) throws IOException {
    Path classes = scratch.resolve("classes");
    PluginJar.compile(PLUGIN.resolve("java"), classes, System.getProperty("java.class.path"));
    PluginJar.pack(
        scratch.resolve("plugins/switched.jar"), "1", classes, PLUGIN.resolve("resources"));
    return new Switched(scratch.resolve("store.db"), scratch.resolve("off"));
  }

  private record Switched(Path file, Path off) implements AwayStore {
    @Override
    public Map<String, String> settings() {
      return Map.of("backend", "switched", "path", file.toString(), "switch", off.toString());
    }

    @Override
    public Map<String, String> reading() {
      return Map.of("backend", "local", "path", file.toString());
    }

    @Override
    public void goAway() {
      try {
        Files.createFile(off);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void comeBack() {
      try {
        Files.delete(off);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {}
  }
}
