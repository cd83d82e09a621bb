// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.master.Stores;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.ConfigLoader;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.Backends;
import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A store as a command line names it: {@code BACKEND}, {@code BACKEND:key=value,key=value}, or the
 * path of a master's configuration.
 *
 * @param name as it may be shown: secrets are masked
 */
record StorePlace(String name, Backends backends, StoreOptions options) {

  /** A comma inside a value stays: the next part has to look like a setting. */
  private static final String BETWEEN = ",(?=[A-Za-z][A-Za-z0-9._-]*=)";

  /**
   * Reads a place.
   *
   * @param config of this machine: its plug-ins and its name
   * @throws ConfigException for what is none
   */
  static StorePlace parse(String text, MasterConfig config) throws ConfigException {
    if (Files.isRegularFile(Path.of(text))) {
      return of(ConfigLoader.load(Path.of(text), List.of()));
    }
    int colon = text.indexOf(':');
    String backend = colon < 0 ? text : text.substring(0, colon);
    StoreOptions options =
        StoreOptions.of(
            backend, colon < 0 ? Map.of() : settings(text.substring(colon + 1)), config.certname());
    return named(Stores.backends(config), options);
  }

  /** The store of a configuration. */
  static StorePlace of(MasterConfig config) {
    return named(Stores.backends(config), Stores.options(config));
  }

  private static StorePlace named(Backends backends, StoreOptions options) {
    StringBuilder name = new StringBuilder(options.backend());
    char before = ':';
    for (Map.Entry<String, String> setting : backends.masked(options).entrySet()) {
      name.append(before).append(setting.getKey()).append('=').append(setting.getValue());
      before = ',';
    }
    return new StorePlace(name.toString(), backends, options);
  }

  private static Map<String, String> settings(String text) throws ConfigException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String part : text.split(BETWEEN, -1)) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new ConfigException("'" + part + "': expected BACKEND:key=value,key=value");
      }
      settings.put(part.substring(0, equals), part.substring(equals + 1));
    }
    return settings;
  }

  /**
   * Opens a store to move all of it. Chunks of large values stay beside their documents, so the
   * backends of a routed store are moved one by one.
   *
   * @throws ConfigException if it has routes
   */
  StoreAdmin openWhole() throws ConfigException {
    if (options.settings().keySet().stream().anyMatch(k -> k.startsWith("routes"))) {
      throw new ConfigException(
          name + " has routes: name each of its backends by itself, BACKEND:key=value,key=value");
    }
    return open();
  }

  StoreAdmin open() {
    return StoreAdmin.open(name, backends, options);
  }

  /** The same place with the keys of secrets that this machine has, if it has any. */
  StorePlace withKeysOf(MasterConfig config) {
    Keyring keys = Stores.keyring(config);
    return keys == null ? this : new StorePlace(name, backends, options.withKeyring(keys));
  }
}
