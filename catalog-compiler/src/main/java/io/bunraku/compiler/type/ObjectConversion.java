// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
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
    if (type.qualifiedName() == null) {
      throw new EvaluationException(
          "undefined method `sub' for nil:NilClass\n\n"
              + "          substituted = name.sub(*subst)\n"
              + "                            ^^^^");
    }
    StructType init = type.initType();
    List<ObjectAttribute> ordered = type.initAttributes();
    List<Object> parameters = new ArrayList<>();
    for (ObjectAttribute attribute : ordered) {
      parameters.add(attribute.name());
      parameters.add(attribute.type());
    }
    int required =
        (int) init.elements().stream().filter(e -> !(e.keyType() instanceof OptionalType)).count();
    return new Conversion.Builder("new_" + type.label())
        .way(Conversion.takes(1, "hash", init), a -> create(type, (Map<?, ?>) a.get(0)))
        .way(positional(required, parameters), a -> create(type, byName(ordered, a)))
        .build();
  }

  private static Signature positional(int required, List<Object> parameters) {
    return parameters.isEmpty()
        ? new Signature(
            new CallableType(new TupleType(List.of(), IntegerType.exactly(0)), null, null),
            List.of(),
            null)
        : Conversion.takes(required, parameters.toArray());
  }

  /** What may be undef need not be given in a hash, but has to be when it stands by position. */
  private static Map<String, Object> byName(List<ObjectAttribute> order, List<Object> values) {
    int required = (int) order.stream().filter(attribute -> attribute.value() == null).count();
    if (values.size() < required) {
      String expected = required == order.size() ? "" + required : required + ".." + order.size();
      throw new EvaluationException(
          "wrong number of arguments (given %d, expected %s)".formatted(values.size(), expected));
    }
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
    for (ObjectAttribute attribute : type.initAttributes()) {
      Object value = values.get(attribute.name());
      if (value != null || attribute.value() == null) {
        given.put(attribute.name(), value == null ? Undef.UNDEF : value);
      }
    }
    return new PuppetObject(type, given);
  }
}
