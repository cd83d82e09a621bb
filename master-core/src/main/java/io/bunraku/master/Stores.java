// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.Backends;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the store that a configuration names. */
public final class Stores {

  private static final Logger LOG = LoggerFactory.getLogger(Stores.class);

  private Stores() {}

  /**
   * Opens the store; the backend connects when it is first asked.
   *
   * @throws io.bunraku.storeconfig.spi.StoreException when a setting has to be corrected
   */
  public static StoreConfigs open(MasterConfig config) {
    return StoreConfigs.open(backends(config), options(config));
  }

  /** The same with metrics. */
  static StoreConfigs open(MasterConfig config, MeterRegistry meters) {
    return StoreConfigs.open(backends(config), options(config).withMeters(meters));
  }

  /** How a master uses its store. */
  public static StoreOptions options(MasterConfig config) {
    return StoreOptions.of(config.store().backend(), settings(config), config.certname());
  }

  /** The backends that a configuration can name; what cannot be used is logged. */
  public static Backends backends(MasterConfig config) {
    Backends backends = Backends.with(config.plugins());
    backends.problems().forEach(line -> LOG.warn("{}", line));
    return backends;
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
