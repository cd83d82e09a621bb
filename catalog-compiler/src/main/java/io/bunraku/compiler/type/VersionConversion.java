// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.ruby.RubyNumbers;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** New versions and ranges of versions. */
final class VersionConversion {

  private static final String FULL =
      "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
          + "(?:-([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?"
          + "(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?";

  private static final PuppetType NUMBER = alias("PositiveInteger", IntegerType.POSITIVE);
  private static final PuppetType QUALIFIER =
      alias("SemVerQualifier", pattern("\\A(?<part>[0-9A-Za-z-]+)(?:\\.\\g<part>)*\\Z"));
  private static final PuppetType TEXT = alias("SemVerPattern", pattern("\\A" + FULL + "\\Z"));
  private static final PuppetType BOUND =
      new VariantType(List.of(DefaultType.DEFAULT, SemVerType.DEFAULT));

  static final Conversion VERSION =
      new Conversion.Builder("new_Version")
          .way(Conversion.takes(1, "str", TEXT), a -> SemVer.parse(a.get(0).toString()))
          .way(
              Conversion.takes(
                  3,
                  "major",
                  NUMBER,
                  "minor",
                  NUMBER,
                  "patch",
                  NUMBER,
                  "prerelease",
                  QUALIFIER,
                  "build",
                  QUALIFIER),
              a ->
                  version(
                      a.get(0),
                      a.get(1),
                      a.get(2),
                      Conversion.argument(a, 3),
                      Conversion.argument(a, 4)))
          .way(Conversion.takes(1, "hash_args", versionHash()), a -> version((Map<?, ?>) a.get(0)))
          .mismatch(
              Conversion.takes(1, "str", StringType.DEFAULT),
              a -> "The string '" + a.get(0) + "' cannot be converted to a SemVer")
          .build();

  static final Conversion RANGE =
      new Conversion.Builder("new_VersionRange")
          .way(
              Conversion.takes(1, "str", alias("SemVerRangeString", StringType.NON_EMPTY)),
              a -> SemVerRange.parse(a.get(0).toString()))
          .way(
              Conversion.takes(2, "min", BOUND, "max", BOUND, "exclude_max", BooleanType.DEFAULT),
              a -> range(a.get(0), a.get(1), Conversion.argument(a, 2)))
          .way(
              Conversion.takes(1, "hash_args", rangeHash()),
              a -> {
                Map<?, ?> hash = (Map<?, ?>) a.get(0);
                return range(hash.get("min"), hash.get("max"), hash.get("exclude_max"));
              })
          .build();

  private VersionConversion() {}

  private static PuppetType alias(String name, PuppetType type) {
    return new TypeAliasType(name, () -> type, new Object());
  }

  private static PuppetType pattern(String regexp) {
    return new PatternType(List.of(RegexpType.ofPattern(regexp)));
  }

  private static PuppetType versionHash() {
    return alias(
        "SemVerHash",
        new StructType(
            List.of(
                StructElement.of("major", NUMBER),
                StructElement.of("minor", NUMBER),
                StructElement.of("patch", NUMBER),
                StructElement.optional("prerelease", QUALIFIER),
                StructElement.optional("build", QUALIFIER))));
  }

  private static PuppetType rangeHash() {
    return alias(
        "SemVerRangeHash",
        new StructType(
            List.of(
                StructElement.of("min", BOUND),
                StructElement.optional("max", BOUND),
                StructElement.optional("exclude_max", BooleanType.DEFAULT))));
  }

  private static SemVer version(Map<?, ?> hash) {
    return version(
        hash.get("major"),
        hash.get("minor"),
        hash.get("patch"),
        hash.get("prerelease"),
        hash.get("build"));
  }

  private static SemVer version(
      @Nullable Object major,
      @Nullable Object minor,
      @Nullable Object patch,
      @Nullable Object prerelease,
      @Nullable Object build) {
    return new SemVer(
        number(major),
        number(minor),
        number(patch),
        prerelease == null ? List.of() : List.of(prerelease),
        build == null ? List.of() : List.of(build.toString()));
  }

  private static BigInteger number(@Nullable Object value) {
    return value instanceof Number n ? RubyNumbers.big(n) : BigInteger.ZERO;
  }

  private static SemVerRange range(
      @Nullable Object min, @Nullable Object max, @Nullable Object excludeMax) {
    return SemVerRange.between(
        min instanceof SemVer low ? low : SemVer.MIN,
        max instanceof SemVer high ? high : SemVer.MAX,
        Boolean.TRUE.equals(excludeMax) && max != Default.DEFAULT);
  }
}
