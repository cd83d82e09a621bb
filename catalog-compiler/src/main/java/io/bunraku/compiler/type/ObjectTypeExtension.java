// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object type with values for its type parameters.
 *
 * @param baseType the object type
 * @param parameters the values by name
 */
public record ObjectTypeExtension(ObjectType baseType, Map<String, Object> parameters)
    implements PuppetType {

  /** Creates the type from what stands between the brackets. */
  public static ObjectTypeExtension create(ObjectType base, List<Object> values) {
    Map<String, ObjectAttribute> known = base.typeParameters();
    if (known.isEmpty()) {
      throw new EvaluationException(
          "The " + base.label() + "-Type cannot be parameterized using []");
    }
    Map<String, Object> byName = new LinkedHashMap<>();
    if (values.size() == 1
        && values.get(0) instanceof Map<?, ?> named
        && !known.values().iterator().next().type().isInstance(named)) {
      named.forEach((key, value) -> put(base, known, byName, String.valueOf(key), value));
    } else {
      List<String> names = List.copyOf(known.keySet());
      for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
        put(base, known, byName, names.get(i), values.get(i));
      }
    }
    if (byName.isEmpty()) {
      throw new EvaluationException(
          "The " + base.label() + "-Type cannot be parameterized using an empty parameter list");
    }
    return new ObjectTypeExtension(base, byName);
  }

  /** The type of an object whose attributes are named like the type parameters. */
  static ObjectTypeExtension of(PuppetObject object) {
    Map<String, ObjectAttribute> attributes = object.type().attributes();
    List<Object> values = new ArrayList<>();
    for (String name : object.type().typeParameters().keySet()) {
      Object value = attributes.containsKey(name) ? object.attribute(name) : null;
      values.add(value == null ? Undef.UNDEF : value);
    }
    return create(object.type(), values);
  }

  private static void put(
      ObjectType base,
      Map<String, ObjectAttribute> known,
      Map<String, Object> byName,
      String name,
      Object value) {
    ObjectAttribute parameter = known.get(name);
    if (parameter == null) {
      throw new EvaluationException(
          "'" + name + "' is not a known type parameter for " + base.label() + "-Type");
    }
    if (value != Default.DEFAULT) {
      byName.put(name, TypeAsserter.assertInstanceOf(parameter.label(), parameter.type(), value));
    }
  }

  /** The values in the order of the parameters; the hash itself if there are many. */
  public Object initParameters() {
    Map<String, ObjectAttribute> known = baseType.typeParameters();
    if (known.size() > 2) {
      return parameters;
    }
    List<Object> values = new ArrayList<>();
    known.keySet().forEach(name -> values.add(parameters.getOrDefault(name, Default.DEFAULT)));
    while (!values.isEmpty() && values.get(values.size() - 1) == Default.DEFAULT) {
      values.remove(values.size() - 1);
    }
    return values;
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    if (!baseType.isInstance(value, guard) || !(value instanceof PuppetObject object)) {
      return false;
    }
    for (Map.Entry<String, Object> entry : parameters.entrySet()) {
      Object attribute = object.attribute(entry.getKey());
      if (!ValueMatch.matches(entry.getValue(), attribute == null ? Undef.UNDEF : attribute)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof ObjectTypeExtension o
        && baseType.isAssignable(o.baseType, guard)
        && ValueMatch.allAccept(parameters, o.parameters);
  }

  @Override
  public PuppetType generalize() {
    return baseType;
  }

  @Override
  public PuppetType unparameterized() {
    return baseType;
  }

  @Override
  public String name() {
    return baseType.simpleName();
  }

  @Override
  public String simpleName() {
    return baseType.simpleName();
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
