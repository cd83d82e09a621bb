// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.spi.StoreException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Opens the store that a configuration names. */
public final class Stores {

  private Stores() {}

  /**
   * Opens the store; the backend connects when it is first asked, unless keys for it have to be
   * made.
   *
   * @throws StoreException when a setting or the keys have to be corrected
   */
  public static StoreConfigs open(MasterConfig config) {
    StoreOptions options =
        StoreOptions.of(config.store().backend(), settings(config), config.certname());
    StoreKeys keys = StoreKeys.in(config.vardir());
    Optional<Keyring> given = keys.read();
    return given.isPresent()
        ? StoreConfigs.open(options.withKeyring(given.get()))
        : openFirst(options, keys);
  }

  /** Keys are made for a store that has none yet; to another one they would not fit. */
  private static StoreConfigs openFirst(StoreOptions options, StoreKeys keys) {
    StoreConfigs store = StoreConfigs.open(options.withKeyring(keys.make(new SecureRandom())));
    try {
      store.verifyKeys();
      return store;
    } catch (StoreException e) {
      keys.withdraw();
      store.close();
      throw e;
    }
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
