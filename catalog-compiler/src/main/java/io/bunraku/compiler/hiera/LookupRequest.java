// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All that a call of {@code lookup}, or of the {@code hiera} family, asks for.
 *
 * @param name what was asked for: a string or a list of strings; blocks get it
 * @param check asserts a value's type; first operand is the subject that messages begin with
 * @param merge a strategy's name, a hash with its options, or null for what {@code lookup_options}
 *     say
 * @param overrides values that win over all data
 * @param defaults values for keys that no data has
 * @param defaultValue what to return in the end, or null when there is no default
 * @param block computes the default, or null
 * @param legacy whether a function of the {@code hiera} family asks
 * @param locations hierarchy levels that come first in version 3 configurations, or null
 */
public record LookupRequest(
    Object name,
    @Nullable Check check,
    @Nullable Object merge,
    Map<?, ?> overrides,
    Map<?, ?> defaults,
    @Nullable Object defaultValue,
    @Nullable UnaryOperator<Object> block,
    boolean legacy,
    @Nullable Object locations) {

  /** Asserts that a value is of the wanted type: subject and value to value. */
  @FunctionalInterface
  public interface Check {

    /**
     * Returns the value.
     *
     * @throws RuntimeException with the subject in its message when the type is wrong
     */
    Object value(String subject, Object value);
  }

  /** A request for a name, or a list of names, without anything else. */
  public static LookupRequest of(Object name) {
    return new LookupRequest(name, null, null, Map.of(), Map.of(), null, null, false, null);
  }

  /** The same with a type check. */
  public LookupRequest withCheck(@Nullable Check wanted) {
    return new LookupRequest(
        name, wanted, merge, overrides, defaults, defaultValue, block, legacy, locations);
  }

  /** The same with a merge strategy; undef stands for none. */
  public LookupRequest withMerge(@Nullable Object strategy) {
    Object given = strategy == Undef.UNDEF ? null : strategy;
    return new LookupRequest(
        name, check, given, overrides, defaults, defaultValue, block, legacy, locations);
  }

  /** The same with values that win and values of last resort. */
  public LookupRequest withValues(Map<?, ?> winning, Map<?, ?> lastResort) {
    return new LookupRequest(
        name, check, merge, winning, lastResort, defaultValue, block, legacy, locations);
  }

  /** The same with a default, which may be undef. */
  public LookupRequest withDefault(Object value) {
    return new LookupRequest(
        name, check, merge, overrides, defaults, value, block, legacy, locations);
  }

  /** The same with a block that gets the name and computes the default. */
  public LookupRequest withBlock(@Nullable UnaryOperator<Object> computing) {
    return new LookupRequest(
        name, check, merge, overrides, defaults, defaultValue, computing, legacy, locations);
  }

  /**
   * The same as the {@code hiera} family asks: the global layer only, unless the environment has
   * data.
   *
   * @param overridingLocations the function's {@code override} argument, or null
   */
  public LookupRequest asHiera3(@Nullable Object overridingLocations) {
    Object given = overridingLocations == Undef.UNDEF ? null : overridingLocations;
    return new LookupRequest(
        name, check, merge, overrides, defaults, defaultValue, block, true, given);
  }

  List<?> names() {
    return name instanceof List<?> list ? list : List.of(name);
  }

  Object checked(String subject, Object value) {
    return check == null ? value : Objects.requireNonNull(check).value(subject, value);
  }
}
