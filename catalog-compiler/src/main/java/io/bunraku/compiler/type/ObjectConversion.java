// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Deferred;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** New objects: by position, those without default first, or from a hash. */
final class ObjectConversion {

  private ObjectConversion() {}

  static Conversion of(ObjectType type) {
    StructType init = type.initType();
    List<StructElement> ordered = new ArrayList<>();
    init.elements().stream().filter(e -> !isOptional(e)).forEach(ordered::add);
    int required = ordered.size();
    init.elements().stream().filter(ObjectConversion::isOptional).forEach(ordered::add);
    List<Object> parameters = new ArrayList<>();
    for (StructElement element : ordered) {
      parameters.add(element.name());
      parameters.add(element.valueType());
    }
    return new Conversion.Builder("new_" + type.label())
        .way(Conversion.takes(1, "hash", init), a -> create(type, (Map<?, ?>) a.get(0)))
        .way(
            Conversion.takes(required, parameters.toArray()), a -> create(type, byName(ordered, a)))
        .build();
  }

  private static boolean isOptional(StructElement element) {
    return element.keyType() instanceof OptionalType;
  }

  private static Map<String, Object> byName(List<StructElement> order, List<Object> values) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      map.put(order.get(i).name(), values.get(i));
    }
    return map;
  }

  private static Object create(ObjectType type, Map<?, ?> values) {
    if (type.equals(BuiltinTypes.DEFERRED)) {
      List<Object> arguments =
          values.get("arguments") instanceof List<?> list ? new ArrayList<>(list) : null;
      return new Deferred(String.valueOf(values.get("name")), arguments);
    }
    Map<String, Object> given = new LinkedHashMap<>();
    Map<String, ObjectAttribute> attributes = type.attributes();
    values.forEach((key, value) -> {
      ObjectAttribute attribute = attributes.get(String.valueOf(key));
      Object standard = attribute == null ? null : attribute.value();
      if (!value.equals(standard == null ? Undef.UNDEF : standard)) {
        given.put(String.valueOf(key), value);
      }
    });
    return new PuppetObject(type, given);
  }
}
