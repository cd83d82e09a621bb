// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.eval.EvaluationException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic version.
 *
 * @param major major number
 * @param minor minor number
 * @param patch patch number
 * @param prerelease identifiers, {@code BigInteger} or {@code String}; empty for a stable version
 * @param build identifiers; they take no part in the order
 */
public record SemVer(
    BigInteger major,
    BigInteger minor,
    BigInteger patch,
    List<Object> prerelease,
    List<String> build)
    implements Comparable<SemVer> {

  /** The lowest version, also that of an open range. */
  public static final SemVer MIN =
      new SemVer(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, List.of(""), List.of());

  /** Above all versions: the end of an open range. */
  public static final SemVer MAX =
      new SemVer(BigInteger.valueOf(-1), BigInteger.ZERO, BigInteger.ZERO);

  private static final Pattern FULL =
      Pattern.compile(
          "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
              + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?"
              + "(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?\\n?");

  public SemVer {
    prerelease = List.copyOf(prerelease);
    build = List.copyOf(build);
  }

  /** A stable version. */
  public SemVer(BigInteger major, BigInteger minor, BigInteger patch) {
    this(major, minor, patch, List.of(), List.of());
  }

  /** Whether a string is a version. */
  public static boolean isValid(String text) {
    return FULL.matcher(text).matches();
  }

  /**
   * Reads a version.
   *
   * @throws EvaluationException with Puppet's message if it is none
   */
  public static SemVer parse(String text) {
    Matcher matcher = FULL.matcher(text);
    if (!matcher.matches()) {
      throw new EvaluationException(
          "Unable to parse '" + text + "' as a semantic version identifier");
    }
    return new SemVer(
        new BigInteger(matcher.group(1)),
        new BigInteger(matcher.group(2)),
        new BigInteger(matcher.group(3)),
        matcher.group(4) == null ? List.of() : parsePrerelease(matcher.group(4)),
        matcher.group(5) == null ? List.of() : List.of(matcher.group(5).split("\\.", -1)));
  }

  static List<Object> parsePrerelease(String text) {
    List<Object> identifiers = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      if (part.chars().allMatch(c -> c >= '0' && c <= '9')) {
        if (part.length() > 1 && part.startsWith("0")) {
          throw new EvaluationException(
              "Numeric pre-release identifiers MUST NOT contain leading zeroes");
        }
        identifiers.add(new BigInteger(part));
      } else {
        identifiers.add(part);
      }
    }
    return identifiers;
  }

  /** Whether there is no prerelease. */
  public boolean isStable() {
    return prerelease.isEmpty() || isLowest();
  }

  private boolean isHighest() {
    return major.signum() < 0;
  }

  private boolean isLowest() {
    return prerelease.size() == 1 && prerelease.get(0).equals("");
  }

  /** Whether the numbers, not the qualifiers, are those of another version. */
  boolean sameNumbers(SemVer other) {
    return major.equals(other.major) && minor.equals(other.minor) && patch.equals(other.patch);
  }

  @Override
  public int compareTo(SemVer other) {
    if (isHighest() || other.isHighest()) {
      return Boolean.compare(isHighest(), other.isHighest());
    }
    int result = major.compareTo(other.major);
    if (result == 0) {
      result = minor.compareTo(other.minor);
    }
    if (result == 0) {
      result = patch.compareTo(other.patch);
    }
    return result == 0 ? comparePrerelease(other) : result;
  }

  private int comparePrerelease(SemVer other) {
    if (isLowest() || other.isLowest()) {
      return Boolean.compare(other.isLowest(), isLowest());
    }
    if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
      return Boolean.compare(prerelease.isEmpty(), other.prerelease.isEmpty());
    }
    int common = Math.min(prerelease.size(), other.prerelease.size());
    for (int i = 0; i < common; i++) {
      int result = compareIdentifiers(prerelease.get(i), other.prerelease.get(i));
      if (result != 0) {
        return result;
      }
    }
    return Integer.compare(prerelease.size(), other.prerelease.size());
  }

  private static int compareIdentifiers(Object a, Object b) {
    if (a instanceof BigInteger x) {
      return b instanceof BigInteger y ? x.compareTo(y) : -1;
    }
    return b instanceof BigInteger ? 1 : a.toString().compareTo(b.toString());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(isHighest() ? "Infinity" : major.toString());
    text.append('.').append(minor).append('.').append(patch);
    appendIdentifiers(text, '-', prerelease);
    appendIdentifiers(text, '+', build);
    return text.toString();
  }

  private static void appendIdentifiers(StringBuilder text, char mark, List<?> identifiers) {
    char separator = mark;
    for (Object identifier : identifiers) {
      text.append(separator).append(identifier);
      separator = '.';
    }
  }
}
