// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.PuppetRegexp;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions, or one of them.
 *
 * @param regexp the only one, or null
 */
public record RegexpType(@Nullable PuppetRegexp regexp) implements ScalarFamily {

  /** All regular expressions. */
  public static final RegexpType DEFAULT = new RegexpType(null);

  /** The type of the expression with a source. */
  public static RegexpType ofPattern(String pattern) {
    return new RegexpType(new PuppetRegexp(pattern));
  }

  /** The source with its flags, or null. */
  public @Nullable String pattern() {
    return regexp == null ? null : regexp.pattern();
  }

  /** The expression; an empty one if this type has none. */
  PuppetRegexp effectiveRegexp() {
    return regexp == null ? new PuppetRegexp("") : regexp;
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    // Puppet makes its expression whatever the value is, so a malformed one is an error here
    return regexp == null ? value instanceof PuppetRegexp : regexp.compile().equals(value);
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof RegexpType o && (regexp == null || equals(o));
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RegexpType o && Objects.equals(pattern(), o.pattern());
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(pattern());
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
