// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.RoutingBackend;
import io.bunraku.storeconfig.internal.RoutingBackend.Route;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The backends on the class path, by name. */
final class Backends {

  private Backends() {}

  /** All backends that a configuration names, as one. */
  static StoreBackend open(StoreOptions options) {
    return joined(routes(options));
  }

  static StoreBackend joined(List<Route> routes) {
    return routes.size() == 1 ? routes.get(0).backend() : new RoutingBackend(routes);
  }

  /** The same one by one; the first keeps what has no route. */
  static List<Route> routes(StoreOptions options) {
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

  private static StoreBackend open(StoreRoutes.Target target) {
    try {
      return provider(target.backend()).open(settings(target));
    } catch (StoreException e) {
      throw target.title().isEmpty()
          ? e
          : StoreRoutes.error(target.title(), String.valueOf(e.getMessage()));
    }
  }

  /** The settings of all routes, under the names that the configuration has for them. */
  static Map<String, String> masked(StoreOptions options) {
    Map<String, String> shown = new TreeMap<>();
    for (StoreRoutes.Target target : StoreRoutes.of(options)) {
      String before = target.title().isEmpty() ? "" : "routes." + target.title() + ".";
      if (!before.isEmpty()) {
        shown.put(before + "backend", target.backend());
      }
      settings(target)
          .masked(provider(target.backend()).secretSettings())
          .forEach((name, value) -> shown.put(before + name, value));
    }
    return shown;
  }

  private static StoreSettings settings(StoreRoutes.Target target) {
    return new StoreSettings(target.backend(), target.settings());
  }

  private static StoreBackendProvider provider(String name) {
    Map<String, StoreBackendProvider> known = new TreeMap<>();
    ServiceLoader.load(StoreBackendProvider.class).forEach(p -> known.put(p.name(), p));
    StoreBackendProvider provider = known.get(name);
    if (provider == null) {
      throw new StoreException(
          "Unknown store backend '" + name + "', known are " + String.join(", ", known.keySet()));
    }
    return provider;
  }
}
