// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Versions between two ends.
 *
 * @param begin lower end, {@link SemVer#MIN} if open
 * @param afterBegin whether the lower end itself is out
 * @param end upper end, {@link SemVer#MAX} if open
 * @param beforeEnd whether the upper end itself is out
 */
record VersionInterval(SemVer begin, boolean afterBegin, SemVer end, boolean beforeEnd) {

  static final VersionInterval ALL = new VersionInterval(SemVer.MIN, false, SemVer.MAX, false);
  static final VersionInterval NOTHING = new VersionInterval(SemVer.MIN, false, SemVer.MIN, true);

  static VersionInterval from(SemVer begin) {
    return new VersionInterval(begin, false, SemVer.MAX, false);
  }

  static VersionInterval after(SemVer begin) {
    return new VersionInterval(begin, true, SemVer.MAX, false);
  }

  static VersionInterval to(SemVer end) {
    return new VersionInterval(SemVer.MIN, false, end, false);
  }

  static VersionInterval before(SemVer end) {
    return new VersionInterval(SemVer.MIN, false, end, true);
  }

  static VersionInterval between(SemVer begin, SemVer beforeEnd) {
    return new VersionInterval(begin, false, beforeEnd, true);
  }

  static VersionInterval exactly(SemVer version) {
    return new VersionInterval(version, false, version, false);
  }

  /** Whether a version lies between the ends, prereleases as any other. */
  boolean spans(SemVer version) {
    int low = version.compareTo(begin);
    int high = version.compareTo(end);
    return (afterBegin ? low > 0 : low >= 0) && (beforeEnd ? high < 0 : high <= 0);
  }

  /** A prerelease belongs to a range only if an end names a prerelease of the same numbers. */
  boolean includes(SemVer version) {
    return spans(version)
        && (version.isStable() || equals(ALL) || names(begin, version) || names(end, version));
  }

  private static boolean names(SemVer end, SemVer version) {
    return !end.isStable() && end.sameNumbers(version);
  }

  @Nullable VersionInterval intersection(VersionInterval other) {
    int low = begin.compareTo(other.begin);
    int high = end.compareTo(other.end);
    SemVer newBegin = low >= 0 ? begin : other.begin;
    boolean newAfter =
        low == 0 ? afterBegin || other.afterBegin : low > 0 ? afterBegin : other.afterBegin;
    SemVer newEnd = high <= 0 ? end : other.end;
    boolean newBefore =
        high == 0 ? beforeEnd || other.beforeEnd : high < 0 ? beforeEnd : other.beforeEnd;
    int size = newBegin.compareTo(newEnd);
    if (size > 0 || (size == 0 && (newAfter || newBefore))) {
      return null;
    }
    return new VersionInterval(newBegin, newAfter, newEnd, newBefore);
  }

  @Nullable VersionInterval merge(VersionInterval other) {
    if (spans(other.begin) || other.spans(begin)) {
      int low = begin.compareTo(other.begin);
      int high = end.compareTo(other.end);
      return new VersionInterval(
          low <= 0 ? begin : other.begin,
          low == 0 ? afterBegin && other.afterBegin : low < 0 ? afterBegin : other.afterBegin,
          high >= 0 ? end : other.end,
          high == 0 ? beforeEnd && other.beforeEnd : high > 0 ? beforeEnd : other.beforeEnd);
    }
    if (touches(other)) {
      return new VersionInterval(begin, afterBegin, other.end, other.beforeEnd);
    }
    return other.touches(this)
        ? new VersionInterval(other.begin, other.afterBegin, end, beforeEnd)
        : null;
  }

  private boolean touches(VersionInterval next) {
    if (next.afterBegin) {
      return false;
    }
    SemVer following = new SemVer(end.major(), end.minor(), end.patch().add(BigInteger.ONE));
    return beforeEnd ? end.equals(next.begin) : following.equals(next.begin);
  }

  @Override
  public String toString() {
    if (equals(ALL)) {
      return "*";
    }
    if (equals(NOTHING)) {
      return "<0.0.0";
    }
    if (begin.equals(end)) {
      return begin.toString();
    }
    String low = begin.equals(SemVer.MIN) ? "" : (afterBegin ? ">" : ">=") + begin;
    String high = end.equals(SemVer.MAX) ? "" : (beforeEnd ? "<" : "<=") + end;
    return low.isEmpty() || high.isEmpty() ? low + high : low + " " + high;
  }
}
