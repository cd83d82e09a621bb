// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.internal.RoutingBackend.Route;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.StoreException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreRoutesTest {
  private static StoreOptions options(String... settings) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      map.put(settings[i], settings[i + 1]);
    }
    return StoreOptions.of("memory", map, "m");
  }

  @Test
  void prefixesShareABackend() {
    List<StoreRoutes.Target> targets =
        StoreRoutes.of(
            options("path", "x", "routes.code/,ca/.backend", "b", "routes.code/,ca/.a.b", "c"));
    assertThat(targets).extracting(StoreRoutes.Target::backend).containsExactly("memory", "b");
    assertThat(targets.get(0).settings()).containsExactly(Map.entry("path", "x"));
    assertThat(targets.get(1).prefixes()).map(p -> p.path()).containsExactly("code/", "ca/");
    assertThat(targets.get(1).settings()).containsExactly(Map.entry("a.b", "c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          routes                   | x      | store.routes: expected prefixes that end with a slash and the settings of a backend, as in "code/,ca/": {backend: zookeeper, ...}, not 'routes'
          routes.code.backend      | memory | store.routes: expected prefixes that end with a slash and the settings of a backend, as in "code/,ca/": {backend: zookeeper, ...}, not 'routes.code.backend'
          routes.report/.backend   | memory | store.routes "report/": no document begins with 'report/', known are blob/, ca/, catalog/, code/, exports/, facts/, node/, reports/
          routes.store/.backend    | memory | store.routes "store/": no document begins with 'store/', known are blob/, ca/, catalog/, code/, exports/, facts/, node/, reports/
          routes.code,ca/.backend  | memory | store.routes "code,ca/": 'code' is no prefix, it should be like 'code/'
          routes.ca/,ca/.backend   | memory | store.routes "ca/,ca/": 'ca/' has a route already
          routes.ca/.path          | x      | store.routes "ca/": setting 'backend' is missing
          routes.ca/.backend       | zoo    | store.routes "ca/": Unknown store backend 'zoo', known are memory
          """)
  void whatIsNotUnderstoodIsSaidInOneLine(String name, String value, String message) {
    assertThatThrownBy(() -> StoreConfigs.open(options(name, value)))
        .isInstanceOf(StoreException.class)
        .hasMessage(message);
  }

  @Test
  void aRoutesSettingIsRefusedByItsBackend() {
    assertThatThrownBy(
            () -> StoreConfigs.open(options("routes.ca/.backend", "memory", "routes.ca/.x", "1")))
        .hasMessageStartingWith("store.routes \"ca/\": store memory: unknown setting 'x'");
  }

  @Test
  void aCheckShowsAndAsksAllOfThem() {
    StoreCheck check = StoreCheck.run(options("routes.ca/.backend", "memory"));
    assertThat(check.ok()).isTrue();
    assertThat(check.settings()).containsExactly(Map.entry("routes.ca/.backend", "memory"));
    assertThat(check.health().detail()).startsWith("memory: ").contains("; memory: ");
  }

  @Test
  void aStoreOfSeveralBackendsIsOneStore() {
    StoreOptions options = options("routes.blob/,ca/requests/.backend", "memory");
    List<Route> routes = Backends.builtIn().routes(options);
    assertThat(routes).hasSize(2);
    try (StoreConfigs stores = new BackedStoreConfigs(routes, options)) {
      String hash = stores.code().putBlob(Bytes.utf8("x"));
      assertThat(stores.code().blob(hash)).contains(Bytes.utf8("x"));
      assertThat(routes.get(0).backend().read(Families.blob(hash)).isAbsent()).isTrue();
      assertThat(routes.get(1).backend().read(Families.blob(hash)).isAbsent()).isFalse();
      assertThat(stores.health().up()).isTrue();
    }
  }
}
