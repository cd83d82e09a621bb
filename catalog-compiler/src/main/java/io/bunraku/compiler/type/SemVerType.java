// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Versions within some ranges.
 *
 * @param ranges the ranges, those that touch merged; none for any version
 */
public record SemVerType(List<SemVerRange> ranges) implements ScalarFamily {

  /** All versions. */
  public static final SemVerType DEFAULT = new SemVerType(List.of());

  public SemVerType {
    ranges = merge(ranges);
  }

  private static List<SemVerRange> merge(List<SemVerRange> ranges) {
    List<SemVerRange> rest = new ArrayList<>(ranges);
    List<SemVerRange> result = new ArrayList<>();
    while (rest.size() > 1 || (!rest.isEmpty() && !result.isEmpty())) {
      List<SemVerRange> unmerged = new ArrayList<>();
      SemVerRange current = rest.remove(rest.size() - 1);
      for (SemVerRange other : rest) {
        SemVerRange union = current.merge(other);
        if (union == null) {
          unmerged.add(other);
        } else {
          current = union;
        }
      }
      result.add(0, current);
      rest = unmerged;
    }
    result.addAll(0, rest);
    return List.copyOf(result);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    if (!(value instanceof SemVer version)) {
      return false;
    }
    for (SemVerRange range : ranges) {
      if (range.includes(version)) {
        return true;
      }
    }
    return ranges.isEmpty();
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    if (!(other instanceof SemVerType o)) {
      return false;
    }
    return ranges.isEmpty() || (!o.ranges.isEmpty() && o.ranges.stream().allMatch(this::covers));
  }

  private boolean covers(SemVerRange range) {
    return ranges.stream().anyMatch(range::isCoveredBy);
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
