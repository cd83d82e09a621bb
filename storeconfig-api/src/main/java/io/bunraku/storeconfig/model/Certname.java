// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

/**
 * The name of a node, which is the common name of its certificate. As in Puppet it is printable
 * ASCII without a slash, so it is safe as a part of a key or a path ({@code .} and {@code ..} are
 * refused too).
 *
 * @param value the name as it was given; case is kept
 */
public record Certname(String value) implements Comparable<Certname> {

  /** Checks the name. */
  public Certname {
    if (!isValid(value)) {
      throw new IllegalArgumentException("Invalid certname " + printable(value));
    }
  }

  /** Whether a string could be a certname. */
  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= 255
        && !value.equals(".")
        && !value.equals("..")
        && value.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '/');
  }

  private static String printable(String value) {
    String shown = value.length() > 80 ? value.substring(0, 80) + "..." : value;
    return '"' + shown.replaceAll("[^ -~]", "?") + '"';
  }

  @Override
  public int compareTo(Certname other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
