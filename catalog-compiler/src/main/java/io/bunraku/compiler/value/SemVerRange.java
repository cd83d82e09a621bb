// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A set of versions, as the union of intervals. Equality goes by meaning, not by spelling. */
public final class SemVerRange {

  private final List<VersionInterval> intervals;
  private final String text;

  private SemVerRange(List<VersionInterval> intervals, @Nullable String text) {
    this.intervals = intervals.isEmpty() ? List.of(VersionInterval.NOTHING) : merged(intervals);
    this.text = text == null ? inspect() : text;
  }

  /** Reads a range; the error has Puppet's message. */
  public static SemVerRange parse(String text) {
    return new SemVerRange(new VersionRangeParser(text).parse(), text);
  }

  /** The versions between two ends; the upper one may be excluded. */
  public static SemVerRange between(SemVer min, SemVer max, boolean excludeMax) {
    VersionInterval interval =
        VersionInterval.from(min)
            .intersection(excludeMax ? VersionInterval.before(max) : VersionInterval.to(max));
    // The order of the two ends is as in Puppet.
    String text = excludeMax ? ">=" + max + " <" + min : max + " - " + min;
    return new SemVerRange(interval == null ? List.of() : List.of(interval), text);
  }

  private static List<VersionInterval> merged(List<VersionInterval> intervals) {
    List<VersionInterval> result = intervals;
    boolean again = true;
    while (again && result.size() > 1) {
      List<VersionInterval> next = mergeOnce(result);
      again = next.size() < result.size();
      result = next;
    }
    return List.copyOf(result);
  }

  private static List<VersionInterval> mergeOnce(List<VersionInterval> intervals) {
    List<VersionInterval> rest = new ArrayList<>(intervals);
    List<VersionInterval> result = new ArrayList<>();
    while (!rest.isEmpty()) {
      List<VersionInterval> unmerged = new ArrayList<>();
      VersionInterval current = rest.remove(rest.size() - 1);
      for (VersionInterval other : rest) {
        VersionInterval union = current.merge(other);
        if (union == null) {
          unmerged.add(other);
        } else {
          current = union;
        }
      }
      result.add(0, current);
      rest = unmerged;
    }
    return result;
  }

  /** Whether a version is in the set. */
  public boolean includes(SemVer version) {
    for (VersionInterval interval : intervals) {
      if (interval.includes(version)) {
        return true;
      }
    }
    return false;
  }

  /** The lower end, or null if there are several intervals. */
  public @Nullable SemVer begin() {
    return intervals.size() == 1 ? intervals.get(0).begin() : null;
  }

  /** The upper end, or null if there are several intervals. */
  public @Nullable SemVer end() {
    return intervals.size() == 1 ? intervals.get(0).end() : null;
  }

  /** Whether the upper end itself is out. */
  public boolean excludesEnd() {
    return intervals.size() == 1 && intervals.get(0).beforeEnd();
  }

  /** Whether all versions of this range are in another one. */
  public boolean isCoveredBy(SemVerRange other) {
    for (VersionInterval mine : intervals) {
      if (other.intervals.stream().noneMatch(theirs -> mine.equals(mine.intersection(theirs)))) {
        return false;
      }
    }
    return true;
  }

  /** Whether some version is in both ranges. */
  public boolean intersects(SemVerRange other) {
    return intervals.stream()
        .anyMatch(mine -> other.intervals.stream().anyMatch(o -> mine.intersection(o) != null));
  }

  /** The union of two ranges. */
  public SemVerRange union(SemVerRange other) {
    List<VersionInterval> all = new ArrayList<>(intervals);
    all.addAll(other.intervals);
    return new SemVerRange(all, null);
  }

  /** How many intervals the range has. */
  public int size() {
    return intervals.size();
  }

  /** One range of two that touch or overlap, written as Puppet does; or null. */
  public @Nullable SemVerRange merge(SemVerRange other) {
    SemVer begin = begin();
    SemVer end = end();
    SemVer otherBegin = other.begin();
    SemVer otherEnd = other.end();
    if (begin == null || end == null || otherBegin == null || otherEnd == null) {
      return null;
    }
    if (includes(otherBegin) || other.includes(begin)) {
      int order = end.compareTo(otherEnd);
      boolean excludes =
          order == 0
              ? excludesEnd() && other.excludesEnd()
              : order > 0 ? excludesEnd() : other.excludesEnd();
      return between(
          begin.compareTo(otherBegin) <= 0 ? begin : otherBegin,
          order >= 0 ? end : otherEnd,
          excludes);
    }
    if (excludesEnd() && end.equals(otherBegin)) {
      return between(begin, otherEnd, other.excludesEnd());
    }
    return other.excludesEnd() && otherEnd.equals(begin)
        ? between(otherBegin, end, excludesEnd())
        : null;
  }

  /** The range in normal form. */
  public String inspect() {
    return intervals.stream().map(VersionInterval::toString).collect(Collectors.joining(" || "));
  }

  /** The range as it was written. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SemVerRange range && intervals.equals(range.intervals);
  }

  @Override
  public int hashCode() {
    return intervals.hashCode();
  }
}
