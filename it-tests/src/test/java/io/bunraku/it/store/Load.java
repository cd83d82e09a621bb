// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the clients do.
 *
 * @param ids how many ids all clients together add, each once
 * @param documents into how many sets
 * @param pace shortest time between two additions of one client; zero for as fast as it goes
 * @param deadline how long one addition is tried for
 */
record Load(int ids, int documents, Duration pace, Duration deadline) {
  static final int CLIENTS = 8;
  static final int PROCESSES = 3;

  /** So many ids into 50 documents, as fast as it goes. */
  static Load of(int ids) {
    return new Load(ids, 50, Duration.ZERO, Duration.ofSeconds(10));
  }

  /** Beside something that is done to the engine; the profile {@code long} says how many. */
  static Load disturbed(int ids) {
    int more = Integer.getInteger("disturbed.ids", 0);
    return of(more > 0 ? more : ids);
  }

  /** So that it lasts at least some time: a disturbance needs a load beside it. */
  Load lasting(Duration time) {
    return new Load(ids, documents, time.multipliedBy(CLIENTS).dividedBy(ids), deadline);
  }

  Load withDeadline(Duration newDeadline) {
    return new Load(ids, documents, pace, newDeadline);
  }

  /** Writes what a client process has to know. */
  void save(Path file, String backend, Map<String, String> settings) throws IOException {
    Properties all = new Properties();
    all.setProperty("backend", backend);
    all.setProperty("ids", Integer.toString(ids));
    all.setProperty("documents", Integer.toString(documents));
    all.setProperty("pace", Long.toString(pace.toNanos()));
    all.setProperty("deadline", Long.toString(deadline.toMillis()));
    settings.forEach((name, value) -> all.setProperty("store." + name, value));
    try (Writer out = Files.newBufferedWriter(file)) {
      all.store(out, null);
    }
  }

  static Properties properties(Path file) throws IOException {
    Properties all = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      all.load(in);
    }
    return all;
  }

  static Load load(Properties all) {
    return new Load(
        Integer.parseInt(all.getProperty("ids")),
        Integer.parseInt(all.getProperty("documents")),
        Duration.ofNanos(Long.parseLong(all.getProperty("pace"))),
        Duration.ofMillis(Long.parseLong(all.getProperty("deadline"))));
  }

  static Map<String, String> settings(Properties all) {
    Map<String, String> settings = new TreeMap<>();
    for (String name : all.stringPropertyNames()) {
      if (name.startsWith("store.")) {
        settings.put(name.substring("store.".length()), all.getProperty(name));
      }
    }
    return settings;
  }
}
