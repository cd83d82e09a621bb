// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.ruby.RubyNumbers;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Merges the members of a variant that one type can express. */
final class VariantNormalizer {

  /** More ranges than anyone writes. */
  private static final int MANY = 1000;

  private VariantNormalizer() {}

  static PuppetType normalize(VariantType variant) {
    List<PuppetType> types = new ArrayList<>();
    variant.types().forEach(type -> types.add(type.normalize()));
    if (types.size() == 1) {
      return types.get(0);
    }
    if (types.stream().anyMatch(t -> t instanceof UndefType || t instanceof OptionalType)) {
      return withoutUndef(types);
    }
    List<PuppetType> flat = VariantType.flatten(types);
    List<PuppetType> merged = merge(flat);
    if (merged.size() == 1) {
      return merged.get(0);
    }
    boolean changed = merged.size() < flat.size() || !variant.isSame(types);
    return changed ? VariantType.of(merged) : variant;
  }

  private static PuppetType withoutUndef(List<PuppetType> types) {
    List<PuppetType> rest = new ArrayList<>();
    for (PuppetType type : types) {
      PuppetType inner = type instanceof OptionalType optional ? optional.type() : type;
      if (!(type instanceof UndefType)) {
        rest.add(inner == null ? AnyType.ANY : inner);
      }
    }
    return new OptionalType(VariantType.of(rest)).normalize();
  }

  private static List<PuppetType> merge(List<PuppetType> types) {
    List<PuppetType> result = mergeNotUndefs(types);
    result = mergeStrings(result);
    result = mergeInsensitive(result);
    result = mergePatterns(result);
    result = mergeVersions(result);
    result =
        mergeRanges(IntegerType.class, result, IntegerType::merge, from(VariantNormalizer::start));
    result = mergeRanges(FloatType.class, result, FloatType::merge, from(FloatType::from));
    result = mergeRanges(TimespanType.class, result, TimespanType::merge, from(TimespanType::from));
    return mergeRanges(
        TimestampType.class, result, TimestampType::merge, from(TimestampType::from));
  }

  private static @Nullable BigInteger start(IntegerType range) {
    return range.from() == null ? null : RubyNumbers.big(range.from());
  }

  /** Moves what is merged to the end, as Puppet does, or null if there are not two of the kind. */
  private static @Nullable Split split(List<PuppetType> types, Predicate<PuppetType> kind) {
    List<PuppetType> chosen = types.stream().filter(kind).toList();
    if (types.size() < 2 || chosen.size() < 2) {
      return null;
    }
    return new Split(chosen, new ArrayList<>(types.stream().filter(kind.negate()).toList()));
  }

  private record Split(List<PuppetType> chosen, List<PuppetType> others) {
    List<PuppetType> with(PuppetType merged) {
      others.add(merged);
      return others;
    }
  }

  private static List<PuppetType> mergeNotUndefs(List<PuppetType> types) {
    Split split = split(types, NotUndefType.class::isInstance);
    if (split == null) {
      return types;
    }
    List<PuppetType> inner = new ArrayList<>();
    for (PuppetType type : split.chosen) {
      PuppetType contained = ((NotUndefType) type).type();
      inner.add(contained == null ? AnyType.ANY : contained);
    }
    return split.with(new NotUndefType(VariantType.of(inner).normalize()));
  }

  private static List<PuppetType> mergeStrings(List<PuppetType> types) {
    Split split =
        split(
            types,
            t ->
                (t instanceof EnumType e && !e.values().isEmpty() && !e.caseInsensitive())
                    || (t instanceof StringType s && s.value() != null));
    if (split == null) {
      return types;
    }
    LinkedHashSet<String> values = new LinkedHashSet<>();
    for (PuppetType type : split.chosen) {
      if (type instanceof EnumType e) {
        values.addAll(e.values());
      } else if (type instanceof StringType s && s.value() != null) {
        values.add(s.value());
      }
    }
    return split.with(new EnumType(List.copyOf(values), false));
  }

  private static List<PuppetType> mergeInsensitive(List<PuppetType> types) {
    Split split =
        split(types, t -> t instanceof EnumType e && !e.values().isEmpty() && e.caseInsensitive());
    if (split == null) {
      return types;
    }
    List<String> values = new ArrayList<>();
    for (PuppetType type : split.chosen) {
      ((EnumType) type).values().forEach(v -> values.add(v.toLowerCase(Locale.ROOT)));
    }
    return split.with(new EnumType(values, true));
  }

  private static List<PuppetType> mergePatterns(List<PuppetType> types) {
    Split split = split(types, PatternType.class::isInstance);
    if (split == null) {
      return types;
    }
    LinkedHashSet<RegexpType> patterns = new LinkedHashSet<>();
    split.chosen.forEach(type -> patterns.addAll(((PatternType) type).patterns()));
    return split.with(new PatternType(List.copyOf(patterns)));
  }

  private static List<PuppetType> mergeVersions(List<PuppetType> types) {
    Split split = split(types, SemVerType.class::isInstance);
    if (split == null) {
      return types;
    }
    SemVerType merged =
        new SemVerType(
            split.chosen.stream().flatMap(t -> ((SemVerType) t).ranges().stream()).toList());
    split.others.add(0, merged);
    return split.others;
  }

  private static <T extends PuppetType> List<PuppetType> mergeRanges(
      Class<T> kind,
      List<PuppetType> types,
      BinaryOperator<@Nullable T> merge,
      Comparator<T> byStart) {
    Split split = split(types, kind::isInstance);
    if (split == null) {
      return types;
    }
    List<T> ranges = new ArrayList<>(split.chosen.stream().map(kind::cast).toList());
    List<PuppetType> result =
        ranges.size() > MANY ? mergeMany(ranges, merge, byStart) : mergeFew(ranges, merge);
    result.addAll(split.others);
    return result;
  }

  private static <T, C extends Comparable<C>> Comparator<T> from(Function<T, @Nullable C> from) {
    return Comparator.comparing(from, Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  /** Of very many none is compared with all the others. */
  private static <T extends PuppetType> List<PuppetType> mergeMany(
      List<T> ranges, BinaryOperator<@Nullable T> merge, Comparator<T> byStart) {
    List<PuppetType> result = new ArrayList<>();
    ranges.sort(byStart);
    T current = ranges.get(0);
    for (T next : ranges) {
      T union = merge.apply(current, next);
      if (union == null) {
        result.add(current);
      }
      current = union == null ? next : union;
    }
    result.add(current);
    return result;
  }

  /** In Puppet's order. */
  private static <T extends PuppetType> List<PuppetType> mergeFew(
      List<T> all, BinaryOperator<@Nullable T> merge) {
    List<T> ranges = all;
    List<PuppetType> result = new ArrayList<>();
    while (!ranges.isEmpty()) {
      List<T> unmerged = new ArrayList<>();
      T current = ranges.remove(ranges.size() - 1);
      for (T other : ranges) {
        T union = merge.apply(current, other);
        if (union == null) {
          unmerged.add(other);
        } else {
          current = union;
        }
      }
      result.add(current);
      ranges = unmerged;
    }
    return result;
  }
}
