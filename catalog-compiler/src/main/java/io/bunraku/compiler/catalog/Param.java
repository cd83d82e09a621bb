// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.value.Undef;
import org.jspecify.annotations.Nullable;

/**
 * A parameter as some code has set it. Shared between resources that got it from one statement; a
 * list as its value is shared too, and relationships are added to it in place, as Puppet does.
 *
 * @param name attribute name
 * @param value its value; {@code Undef} counts as not set
 * @param source the class, define or node whose code set it, or null
 * @param site where, or null when no code says so
 * @param append whether it was written with {@code +>}
 */
record Param(
    String name, Object value, @Nullable CodeUnit source, @Nullable Site site, boolean append) {

  Param(String name, Object value, @Nullable CodeUnit source) {
    this(name, value, source, null, false);
  }

  boolean isSet() {
    return value != Undef.UNDEF;
  }

  Param withValue(Object other) {
    return new Param(name, other, source, site, append);
  }
}
