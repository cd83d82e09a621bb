// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Uri;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * URIs whose parts match.
 *
 * @param parameters values, expressions or types by the name of the part; null for any URI
 */
public record UriType(@Nullable Map<String, Object> parameters) implements PuppetType {

  /** All URIs. */
  public static final UriType DEFAULT = new UriType(null);

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    if (!(value instanceof Uri uri)) {
      return false;
    }
    if (parameters == null) {
      return true;
    }
    for (Map.Entry<String, Object> entry : parameters.entrySet()) {
      Object member = uri.member(entry.getKey());
      if (!ValueMatch.matches(entry.getValue(), member == null ? Undef.UNDEF : member)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    if (!(other instanceof UriType o)) {
      return false;
    }
    return parameters == null
        || ValueMatch.allAccept(parameters, o.parameters == null ? Map.of() : o.parameters);
  }

  @Override
  public PuppetType generalize() {
    return DEFAULT;
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public String simpleName() {
    return "URI";
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
