// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of an object type, such as {@code Error} and {@code Target}.
 *
 * @param type its type
 * @param given the attributes that differ from their defaults
 */
public record PuppetObject(ObjectType type, Map<String, Object> given) implements TypedValue {

  public PuppetObject {
    given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }

  @Override
  public PuppetType puppetType() {
    return type;
  }

  /** An attribute, its default if it was not given; null when the type has none of that name. */
  public @Nullable Object attribute(String name) {
    Object value = given.get(name);
    if (value != null) {
      return value;
    }
    ObjectAttribute attribute = type.attributes().get(name);
    return attribute == null ? null : attribute.value();
  }

  @Override
  public String toString() {
    return TypeFormatter.valueString(this);
  }
}
