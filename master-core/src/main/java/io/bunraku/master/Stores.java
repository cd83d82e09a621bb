// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.master.config.CollectorScope;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.Backends;
import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.spi.StoreException;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the store that a configuration names. */
public final class Stores {

  private static final Logger LOG = LoggerFactory.getLogger(Stores.class);

  private Stores() {}

  /**
   * Opens the store; the backend connects when it is first asked, unless keys for it have to be
   * made.
   *
   * @throws StoreException when a setting or the keys have to be corrected
   */
  public static StoreConfigs open(MasterConfig config) {
    return open(config, options(config));
  }

  /** The same with metrics, and the clock of a master. */
  static StoreConfigs open(MasterConfig config, MeterRegistry meters, Clock clock) {
    return open(config, options(config).withMeters(meters).withClock(clock));
  }

  private static StoreConfigs open(MasterConfig config, StoreOptions options) {
    Backends backends = backends(config);
    StoreKeys keys = StoreKeys.in(config.vardir());
    Optional<Keyring> given = keys.read();
    return given.isPresent()
        ? StoreConfigs.open(backends, options.withKeyring(given.get()))
        : openFirst(backends, options, keys);
  }

  /** Keys are made for a store that has none yet; to another one they would not fit. */
  private static StoreConfigs openFirst(Backends backends, StoreOptions options, StoreKeys keys) {
    StoreConfigs store =
        StoreConfigs.open(backends, options.withKeyring(keys.make(new SecureRandom())));
    try {
      store.verifyKeys();
      return store;
    } catch (StoreException e) {
      keys.withdraw();
      store.close();
      throw e;
    }
  }

  /** The keys of secrets, also of those in the spool; null before the store is opened first. */
  public static @Nullable Keyring keyring(MasterConfig config) {
    return StoreKeys.in(config.vardir()).read().orElse(null);
  }

  /** How a master uses its store. */
  public static StoreOptions options(MasterConfig config) {
    return StoreOptions.of(config.store().backend(), settings(config), config.certname())
        .withEnvironmentsApart(config.collectorScope() == CollectorScope.ENVIRONMENT);
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
