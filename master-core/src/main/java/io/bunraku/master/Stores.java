// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens the store that a configuration names. */
public final class Stores {

  private Stores() {}

  /**
   * Opens the store; the backend connects when it is first asked.
   *
   * @throws io.bunraku.storeconfig.spi.StoreException when a setting has to be corrected
   */
  public static StoreConfigs open(MasterConfig config) {
    return StoreConfigs.open(
        StoreOptions.of(config.store().backend(), settings(config), config.certname()));
  }

  /** The embedded store has a place by default; others have to be told where they are. */
  private static Map<String, String> settings(MasterConfig config) {
    Map<String, String> settings = new LinkedHashMap<>(config.store().settings());
    if (config.store().backend().equals("local")) {
      settings.putIfAbsent("path", config.vardir().resolve("store.db").toString());
    }
    return settings;
  }

  /** The store in words, without its settings, which may be secrets. */
  public static String describe(MasterConfig config) {
    String path = settings(config).get("path");
    String backend = config.store().backend();
    return backend.equals("local") && path != null ? backend + " " + path : backend;
  }
}
