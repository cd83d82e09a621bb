// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which backend keeps what: the settings of a store with those of its routes, which the
 * configuration writes as {@code routes.PREFIX/,PREFIX/.SETTING}.
 */
final class StoreRoutes {
  private static final String ROUTES = "routes";

  /** What {@code store copy} and the keys go by stays where a master looks first. */
  private static final Set<String> KINDS =
      new TreeSet<>(Set.of("blob", "ca", "catalog", "code", "exports", "facts", "node", "reports"));

  /**
   * One backend of several.
   *
   * @param title {@code code/,ca/} as configured, or empty for the store itself
   * @param prefixes of the keys that it keeps
   * @param backend its name
   * @param settings its own
   */
  record Target(
      String title, List<KeyPrefix> prefixes, String backend, Map<String, String> settings) {}

  private StoreRoutes() {}

  /**
   * The store itself first, then its routes.
   *
   * @throws StoreException if a route is not understood
   */
  static List<Target> of(StoreOptions options) {
    Map<String, String> main = new TreeMap<>();
    Map<String, Map<String, String>> routes = new TreeMap<>();
    options
        .settings()
        .forEach((name, value) -> {
          if (name.equals(ROUTES) || name.startsWith(ROUTES + ".")) {
            put(routes, name, value);
          } else {
            main.put(name, value);
          }
        });
    List<Target> targets = new ArrayList<>();
    targets.add(new Target("", List.of(KeyPrefix.ALL), options.backend(), main));
    routes.forEach((title, settings) -> targets.add(target(title, settings)));
    requireDistinct(targets);
    return targets;
  }

  private static void put(Map<String, Map<String, String>> routes, String name, String value) {
    int end = name.indexOf("/.");
    if (end < 0) {
      throw new StoreException(
          "store.routes: expected prefixes that end with a slash and the settings of a backend,"
              + " as in \"code/,ca/\": {backend: zookeeper, ...}, not '"
              + name
              + "'");
    }
    String title = name.substring(ROUTES.length() + 1, end + 1);
    routes.computeIfAbsent(title, t -> new TreeMap<>()).put(name.substring(end + 2), value);
  }

  private static Target target(String title, Map<String, String> settings) {
    Map<String, String> own = new TreeMap<>(settings);
    String backend = own.remove("backend");
    if (backend == null) {
      throw error(title, "setting 'backend' is missing");
    }
    List<KeyPrefix> prefixes =
        Arrays.stream(title.split(",", -1)).map(p -> prefix(title, p.strip())).toList();
    return new Target(title, prefixes, backend, own);
  }

  private static KeyPrefix prefix(String title, String path) {
    if (!path.endsWith("/") || path.startsWith("/") || path.contains("//")) {
      throw error(title, "'" + path + "' is no prefix, it should be like 'code/'");
    }
    String kind = path.substring(0, path.indexOf('/'));
    if (!KINDS.contains(kind)) {
      throw error(
          title,
          "no document begins with '" + kind + "/', known are " + String.join("/, ", KINDS) + "/");
    }
    return new KeyPrefix(path);
  }

  private static void requireDistinct(List<Target> targets) {
    Set<KeyPrefix> seen = new HashSet<>();
    for (Target target : targets) {
      for (KeyPrefix prefix : target.prefixes()) {
        if (!seen.add(prefix)) {
          throw error(target.title(), "'" + prefix + "' has a route already");
        }
      }
    }
  }

  static StoreException error(String title, String what) {
    return new StoreException("store.routes \"" + title + "\": " + what);
  }
}
