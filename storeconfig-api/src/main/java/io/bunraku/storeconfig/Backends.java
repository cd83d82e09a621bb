// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.RoutingBackend;
import io.bunraku.storeconfig.internal.RoutingBackend.Route;
import io.bunraku.storeconfig.plugin.PluginDirectory;
import io.bunraku.storeconfig.plugin.PluginDirectory.Finding;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The backends that this program can use, by name: its own and those of a plug-in directory. */
public final class Backends {
  private final Map<String, Found> known = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  /**
   * A backend that was found.
   *
   * @param provider makes it
   * @param version as its jar says, or {@code ?}
   * @param origin the file or directory that it came from
   * @param plugin whether it came from the plug-in directory
   */
  public record Found(
      StoreBackendProvider provider, String version, String origin, boolean plugin) {}

  private Backends() {}

  /** The backends on the class path. */
  public static Backends builtIn() {
    return with(null);
  }

  /**
   * The backends on the class path and those of plug-ins.
   *
   * @param plugins a directory of jars, or of directories of jars; null or missing for none
   */
  public static Backends with(@Nullable Path plugins) {
    Backends backends = new Backends();
    backends.add(PluginDirectory.classPath(), false);
    if (plugins != null) {
      backends.add(PluginDirectory.read(plugins), true);
    }
    return backends;
  }

  private void add(List<Finding> findings, boolean plugin) {
    for (Finding finding : findings) {
      switch (finding) {
        case Finding.Problem problem -> problems.add(problem.line());
        case Finding.Backend b -> add(new Found(b.provider(), b.version(), b.origin(), plugin));
      }
    }
  }

  private void add(Found found) {
    Found first = known.putIfAbsent(found.provider().name(), found);
    if (first != null) {
      problems.add(
          "%s: brings a backend '%s', which %s brings already: it is not used"
              .formatted(found.origin(), found.provider().name(), first.origin()));
    }
  }

  /** All that were found, by name. */
  public List<Found> all() {
    return List.copyOf(known.values());
  }

  /** What could not be used: one line each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * Opens a backend, without any I/O.
   *
   * @throws StoreException if the name or a setting is unknown
   */
  public StoreBackend open(String name, Map<String, String> settings) {
    return provider(name).open(new StoreSettings(name, settings));
  }

  /**
   * Opens all backends that a configuration names as one, without any I/O.
   *
   * @throws StoreException if a name or a setting is unknown
   */
  public StoreBackend open(StoreOptions options) {
    return joined(routes(options));
  }

  static StoreBackend joined(List<Route> routes) {
    return routes.size() == 1 ? routes.get(0).backend() : new RoutingBackend(routes);
  }

  /** The same one by one; the first keeps what has no route. */
  List<Route> routes(StoreOptions options) {
    List<Route> routes = new ArrayList<>();
    try {
      for (StoreRoutes.Target target : StoreRoutes.of(options)) {
        routes.add(new Route(target.backend(), target.prefixes(), open(target)));
      }
      return routes;
    } catch (StoreException e) {
      routes.forEach(r -> r.backend().close());
      throw e;
    }
  }

  private StoreBackend open(StoreRoutes.Target target) {
    try {
      return open(target.backend(), target.settings());
    } catch (StoreException e) {
      throw target.title().isEmpty()
          ? e
          : StoreRoutes.error(target.title(), String.valueOf(e.getMessage()));
    }
  }

  /** The settings of all routes as they may be shown, under the names of the configuration. */
  public Map<String, String> masked(StoreOptions options) {
    Map<String, String> shown = new TreeMap<>();
    for (StoreRoutes.Target target : StoreRoutes.of(options)) {
      String before = target.title().isEmpty() ? "" : "routes." + target.title() + ".";
      if (!before.isEmpty()) {
        shown.put(before + "backend", target.backend());
      }
      new StoreSettings(target.backend(), target.settings())
          .masked(provider(target.backend()).secretSettings())
          .forEach((name, value) -> shown.put(before + name, value));
    }
    return shown;
  }

  private StoreBackendProvider provider(String name) {
    Found found = known.get(name);
    if (found == null) {
      String why = problems.isEmpty() ? "" : " (" + String.join("; ", problems) + ")";
      throw new StoreException(
          "Unknown store backend '%s', known are %s%s"
              .formatted(name, String.join(", ", known.keySet()), why));
    }
    return found.provider();
  }
}
