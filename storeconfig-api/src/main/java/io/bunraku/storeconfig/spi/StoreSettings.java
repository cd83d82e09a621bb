// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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

  /**
   * A whole number within bounds, or its default.
   *
   * @throws StoreException if it is none
   */
  public int between(String name, int otherwise, int least, int most) {
    int value = integer(name, otherwise);
    if (value < least || value > most) {
      throw wrong(name, "is " + value + ", it must be " + least + " to " + most);
    }
    return value;
  }

  /**
   * A choice, or its default.
   *
   * @throws StoreException if it is neither true nor false
   */
  public boolean flag(String name, boolean otherwise) {
    String value = get(name, Boolean.toString(otherwise)).strip();
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, "is '" + value + "', it must be true or false");
    };
  }

  /**
   * A path, or null when it is not set.
   *
   * @throws StoreException if it is no path
   */
  public @Nullable Path path(String name) {
    return get(name) == null ? null : requirePath(name);
  }

  /**
   * A secret: the setting itself, or the file that the setting {@code NAME-file} names.
   *
   * @throws StoreException if both are set
   */
  public Secret secret(String name) {
    if (get(name) != null && get(name + "-file") != null) {
      throw wrong(name, "and '" + name + "-file' are both set: keep one");
    }
    String file = name + "-file";
    return new Secret("store " + backend + ": '" + file + "'", get(name), path(file));
  }

  /**
   * Servers as {@link ServerAddress#parse} reads them, parted by commas or blanks.
   *
   * @param port where none is given
   * @throws StoreException if one is not like that, or there is none
   */
  public List<ServerAddress> addresses(String name, String otherwise, int port) {
    List<ServerAddress> all =
        Arrays.stream(get(name, otherwise).split("[,\\s]+", -1))
            .filter(text -> !text.isEmpty())
            .map(text -> address(name, text, port))
            .toList();
    if (all.isEmpty()) {
      throw wrong(name, "is empty, it must be host:port, host:port, ...");
    }
    return all;
  }

  private ServerAddress address(String name, String text, int port) {
    ServerAddress address = ServerAddress.parse(text, port);
    if (address == null) {
      throw wrong(name, "has '" + text + "', which is not host:port");
    }
    return address;
  }

  /**
   * Makes sure that two settings are both set, or neither.
   *
   * @throws StoreException if only one is
   */
  public void together(String one, String other) {
    if ((get(one) == null) != (get(other) == null)) {
      throw wrong(one, "and '" + other + "' are only of use together");
    }
  }

  /** What to throw for a setting that is wrong. */
  public StoreException wrong(String name, String what) {
    return new StoreException("store " + backend + ": '" + name + "' " + what);
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
