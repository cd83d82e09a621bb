// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.Undef;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and checks the hash of one object type, with Puppet's messages. */
final class ObjectReader {

  private final String label;
  private final Map<?, ?> source;
  private final @Nullable ObjectType above;
  private final Map<String, ObjectMember> inherited;
  private final Map<String, ObjectAttribute> attributes = new LinkedHashMap<>();
  private final Map<String, ObjectFunction> functions = new LinkedHashMap<>();

  private ObjectReader(ObjectType type, String label, Map<?, ?> source) {
    this.label = label;
    this.source = source;
    this.above = type.parentObject();
    this.inherited = above == null ? Map.of() : above.members();
  }

  /**
   * Reads the hash.
   *
   * @param type the type; its parent is told as soon as it is known
   */
  static ObjectDefinition read(ObjectType type, @Nullable String name, Object source) {
    Map<?, ?> hash =
        (Map<?, ?>)
            TypeAsserter.assertInstanceOf("object initializer", ObjectInitializer.OBJECT, source);
    String known = name == null && hash.get("name") instanceof String own ? own : name;
    if (hash.get("parent") instanceof PuppetType parent) {
      type.setParent(parent);
    }
    return new ObjectReader(type, known == null ? "Object" : known, hash).read(known);
  }

  private ObjectDefinition read(@Nullable String name) {
    Map<String, ObjectAttribute> parameters = typeParameters();
    readAttributes();
    section("functions").forEach(this::readFunction);
    boolean includesType = !Boolean.FALSE.equals(source.get("equality_include_type"));
    Object checks = source.get("checks");
    return new ObjectDefinition(
        name,
        source.get("parent") instanceof PuppetType parent ? parent : null,
        parameters,
        attributes,
        functions,
        new ObjectEquality(label, attributes, functions, inherited, above)
            .read(source.get("equality"), includesType),
        includesType,
        checks == Undef.UNDEF ? null : checks,
        source.get("annotations") instanceof Map<?, ?> map ? map : null);
  }

  private Map<String, Object> section(String key) {
    Map<String, Object> section = new LinkedHashMap<>();
    if (source.get(key) instanceof Map<?, ?> map) {
      map.forEach((k, v) -> section.put((String) k, v));
    }
    return section;
  }

  private Map<String, ObjectAttribute> typeParameters() {
    Map<String, ObjectAttribute> known = above == null ? Map.of() : above.typeParameters();
    Map<String, ObjectAttribute> parameters = new LinkedHashMap<>();
    section("type_parameters")
        .forEach((key, spec) -> {
          Map<?, ?> hash = spec instanceof Map<?, ?> map ? map : Map.of();
          Object given =
              hash.isEmpty() && !(spec instanceof Map)
                  ? assertType("type_parameter", key, spec)
                  : hash.get("type");
          Map<String, Object> whole = new LinkedHashMap<>();
          if (given instanceof PuppetType inner) {
            whole.put("type", inner instanceof OptionalType ? inner : new OptionalType(inner));
          }
          if (hash.get("value") != null) {
            whole.put("value", hash.get("value"));
          }
          parameters.put(key, ObjectMember.asserted(attribute(key, whole, true), known));
        });
    return parameters;
  }

  private Object assertType(String feature, String key, Object spec) {
    return TypeAsserter.assertInstanceOf(
        feature + " " + label + "[" + key + "]", TypeType.DEFAULT, spec);
  }

  private void readAttributes() {
    Map<String, Object> specs = section("attributes");
    section("constants")
        .forEach((key, value) -> {
          if (specs.containsKey(key)) {
            throw new EvaluationException(
                "attribute %s[%s] is defined as both a constant and an attribute"
                    .formatted(label, key));
          }
          Map<String, Object> spec = new LinkedHashMap<>();
          spec.put("type", TypeInference.infer(value).generalize());
          spec.put("value", value);
          spec.put("kind", "constant");
          spec.put("override", inherited.containsKey(key));
          specs.put(key, spec);
        });
    specs.forEach((key, spec) ->
        attributes.put(
            key, ObjectMember.asserted(attribute(key, whole(key, spec), false), inherited)));
  }

  private Map<?, ?> whole(String key, Object spec) {
    if (spec instanceof Map<?, ?> map) {
      return map;
    }
    Object given = assertType("attribute", key, spec);
    return given instanceof OptionalType
        ? Map.of("type", given, "value", Undef.UNDEF)
        : Map.of("type", given);
  }

  private ObjectAttribute attribute(String name, Map<?, ?> spec, boolean parameter) {
    String title = (parameter ? "type_parameter " : "attribute ") + label + "[" + name + "]";
    TypeAsserter.assertInstanceOf("initializer for " + title, ObjectInitializer.ATTRIBUTE, spec);
    if (name.equals("__ptype") || name.equals("__pvalue")) {
      throw new EvaluationException("The attribute '" + name + "' is reserved and cannot be used");
    }
    String kind = spec.get("kind") instanceof String given ? given : null;
    boolean constant = "constant".equals(kind);
    if (constant && Boolean.FALSE.equals(spec.get("final"))) {
      throw new EvaluationException(
          title + " of kind 'constant' cannot be combined with final => false");
    }
    return new ObjectAttribute(
        label,
        name,
        typeIn(spec),
        kind,
        value(title, kind, spec),
        constant || Boolean.TRUE.equals(spec.get("final")),
        Boolean.TRUE.equals(spec.get("override")),
        spec.get("annotations") instanceof Map<?, ?> map ? map : null,
        parameter);
  }

  private static @Nullable Object value(String title, @Nullable String kind, Map<?, ?> spec) {
    Object value = spec.get("value");
    if (value == null) {
      if ("constant".equals(kind)) {
        throw new EvaluationException(title + " of kind 'constant' requires a value");
      }
      return null;
    }
    if ("derived".equals(kind) || "given_or_derived".equals(kind)) {
      throw new EvaluationException(
          "%s of kind '%s' cannot be combined with an attribute value".formatted(title, kind));
    }
    return value == Default.DEFAULT
        ? value
        : TypeAsserter.assertInstanceOf(title + " value", typeIn(spec), value);
  }

  private void readFunction(String key, Object spec) {
    Map<?, ?> hash =
        spec instanceof Map<?, ?> map
            ? map
            : Map.of(
                "type",
                TypeAsserter.assertInstanceOf(
                    "function " + label + "[" + key + "]", ObjectInitializer.FUNCTION_TYPE, spec));
    TypeAsserter.assertInstanceOf(
        "initializer for function '" + key + "'", ObjectInitializer.FUNCTION, hash);
    ObjectFunction function =
        new ObjectFunction(
            label,
            key,
            typeIn(hash),
            Boolean.TRUE.equals(hash.get("final")),
            Boolean.TRUE.equals(hash.get("override")),
            hash.get("annotations") instanceof Map<?, ?> map ? map : null);
    if (attributes.containsKey(key)) {
      throw new EvaluationException(
          function.label() + " conflicts with attribute with the same name");
    }
    functions.put(key, ObjectMember.asserted(function, inherited));
  }

  /** The type in a hash that has one. */
  private static PuppetType typeIn(Map<?, ?> spec) {
    return spec.get("type") instanceof PuppetType type ? type : AnyType.ANY;
  }
}
