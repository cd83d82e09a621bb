// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Undef;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the hash of an object type says.
 *
 * @param source the hash
 * @param name the name in the hash, or null
 * @param parent the parent, or null
 * @param attributes its own attributes, constants among them
 * @param typeParameters its own type parameters
 */
record ObjectDefinition(
    Map<String, Object> source,
    @Nullable String name,
    @Nullable PuppetType parent,
    Map<String, ObjectAttribute> attributes,
    Map<String, PuppetType> typeParameters) {

  static ObjectDefinition read(ObjectType type, Map<String, Object> source) {
    Map<String, ObjectAttribute> attributes = new LinkedHashMap<>();
    section(source, "attributes").forEach((key, spec) -> attributes.put(key, attribute(key, spec)));
    section(source, "constants").forEach((key, value) -> attributes.put(key, constant(key, value)));
    Map<String, PuppetType> parameters = new LinkedHashMap<>();
    section(source, "type_parameters")
        .forEach((key, spec) -> parameters.put(key, optional(attribute(key, spec).type())));
    return new ObjectDefinition(
        source,
        source.get("name") instanceof String name ? name : null,
        source.get("parent") instanceof PuppetType parent ? parent : null,
        attributes,
        parameters);
  }

  private static Map<String, Object> section(Map<String, Object> source, String key) {
    Map<String, Object> section = new LinkedHashMap<>();
    if (source.get(key) instanceof Map<?, ?> map) {
      map.forEach((k, v) -> section.put(String.valueOf(k), v));
    }
    return section;
  }

  private static PuppetType optional(PuppetType type) {
    return type instanceof OptionalType ? type : new OptionalType(type);
  }

  private static ObjectAttribute attribute(String name, Object spec) {
    if (spec instanceof PuppetType type) {
      Object value = type instanceof OptionalType ? Undef.UNDEF : null;
      return new ObjectAttribute(name, type, null, value, false, false);
    }
    if (spec instanceof Map<?, ?> map && map.get("type") instanceof PuppetType type) {
      return new ObjectAttribute(
          name,
          type,
          map.get("kind") instanceof String kind ? kind : null,
          map.get("value"),
          Boolean.TRUE.equals(map.get("final")),
          Boolean.TRUE.equals(map.get("override")));
    }
    throw new EvaluationException(
        MismatchDescriber.describeMismatch(
            "attribute " + name + " has wrong type,",
            TypeType.DEFAULT,
            TypeInference.inferSet(spec)));
  }

  private static ObjectAttribute constant(String name, Object value) {
    return new ObjectAttribute(
        name, TypeInference.infer(value).generalize(), "constant", value, true, false);
  }
}
