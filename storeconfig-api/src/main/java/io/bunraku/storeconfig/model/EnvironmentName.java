// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

/**
 * The name of an environment: letters, digits and underscores, as in Puppet.
 *
 * @param value the name
 */
public record EnvironmentName(String value) implements Comparable<EnvironmentName> {

  /** Checks the name. */
  public EnvironmentName {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Invalid environment name");
    }
  }

  /** Whether a string could name an environment. */
  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= 255
        && value.chars().allMatch(EnvironmentName::isWordCharacter);
  }

  private static boolean isWordCharacter(int c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  @Override
  public int compareTo(EnvironmentName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
