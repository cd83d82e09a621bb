// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.type.BuiltinTypes;
import io.bunraku.compiler.type.ObjectAttribute;
import io.bunraku.compiler.type.PuppetObject;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.TypeParts;
import io.bunraku.compiler.value.Deferred;
import io.bunraku.compiler.value.Undef;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code tree_each} finds in an object: the attributes of its own type, not of those above.
 */
final class ObjectParts {

  private ObjectParts() {}

  /** The attributes by their names; null for what is no object. */
  static @Nullable Map<String, Object> of(Object value, boolean withReferences) {
    return switch (value) {
      case PuppetType type -> TypeParts.of(type);
      case Deferred deferred -> ofDeferred(deferred);
      case PuppetObject object when !object.type().equals(BuiltinTypes.ERROR) ->
          attributes(object, withReferences);
      default -> null;
    };
  }

  private static Map<String, Object> ofDeferred(Deferred deferred) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("name", deferred.name());
    parts.put("arguments", deferred.given() == null ? Undef.UNDEF : deferred.arguments());
    return parts;
  }

  private static Map<String, Object> attributes(PuppetObject object, boolean withReferences) {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (ObjectAttribute attribute : object.type().ownAttributes()) {
      Object value = object.attribute(attribute.name());
      if (withReferences || !attribute.isReference()) {
        parts.put(attribute.name(), value == null ? Undef.UNDEF : value);
      }
    }
    return parts;
  }
}
