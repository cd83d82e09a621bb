// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A backend's settings as the configuration gave them: plain strings, read by name. */
public final class StoreSettings {
  private final String backend;
  private final Map<String, String> values;

  /**
   * @param backend the backend's name, for error messages
   * @param values name to value
   */
  public StoreSettings(String backend, Map<String, String> values) {
    this.backend = backend;
    this.values = Map.copyOf(values);
  }

  /**
   * Refuses names that a backend does not know.
   *
   * @throws StoreException naming the unknown and the known
   */
  public void allow(Set<String> known) {
    for (String name : new TreeSet<>(values.keySet())) {
      if (!known.contains(name)) {
        throw new StoreException(
            "store " + backend + ": unknown setting '" + name + "', known are " + sorted(known));
      }
    }
  }

  /** A setting, or null when it is not set. */
  public @Nullable String get(String name) {
    return values.get(name);
  }

  /** A setting, or its default. */
  public String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /**
   * A setting that must be there.
   *
   * @throws StoreException if it is not
   */
  public String require(String name) {
    String value = values.get(name);
    if (value == null || value.isBlank()) {
      throw new StoreException("store " + backend + ": setting '" + name + "' is missing");
    }
    return value;
  }

  /**
   * A path that must be set.
   *
   * @throws StoreException if it is not, or is no path
   */
  public Path requirePath(String name) {
    try {
      return Path.of(require(name));
    } catch (InvalidPathException e) {
      throw new StoreException("store " + backend + ": '" + name + "' is not a path", e);
    }
  }

  /**
   * A whole number, or its default.
   *
   * @throws StoreException if it is no number
   */
  public int integer(String name, int otherwise) {
    String value = values.get(name);
    try {
      return value == null ? otherwise : Integer.parseInt(value.strip());
    } catch (NumberFormatException e) {
      throw new StoreException("store " + backend + ": '" + name + "' is not a number", e);
    }
  }

  /** All settings with the secret ones masked, for logs. */
  public Map<String, String> masked(Set<String> secret) {
    Map<String, String> shown = new TreeMap<>(values);
    shown.replaceAll((name, value) -> secret.contains(name) ? "***" : value);
    return shown;
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", new TreeSet<>(names));
  }
}
