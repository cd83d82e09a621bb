// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Undef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the hash of an object type says, checked.
 *
 * @param name the name in the hash, or null
 * @param parent the parent, or null
 * @param typeParameters its own type parameters
 * @param attributes its own attributes, constants among them
 * @param functions its own functions
 * @param equality names of the attributes that equal objects have in common, or null for all
 * @param equalityIncludesType whether only objects of one type are equal
 * @param checks what the hash says of checks, or null
 * @param annotations its annotations, or null
 */
record ObjectDefinition(
    @Nullable String name,
    @Nullable PuppetType parent,
    Map<String, ObjectAttribute> typeParameters,
    Map<String, ObjectAttribute> attributes,
    Map<String, ObjectFunction> functions,
    @Nullable List<String> equality,
    boolean equalityIncludesType,
    @Nullable Object checks,
    @Nullable Map<?, ?> annotations) {

  /** Stands for a type while its hash is being read, which may lead back to it. */
  static final ObjectDefinition UNRESOLVED =
      new ObjectDefinition(null, null, Map.of(), Map.of(), Map.of(), null, true, null, null);

  ObjectDefinition withParent(@Nullable PuppetType newParent) {
    return new ObjectDefinition(
        name,
        newParent,
        typeParameters,
        attributes,
        functions,
        equality,
        equalityIncludesType,
        checks,
        annotations);
  }

  /** The hash in its shortest form. */
  Map<String, Object> describe(@Nullable String shownName) {
    Map<String, Object> hash = new LinkedHashMap<>();
    put(hash, "annotations", annotations);
    put(hash, "name", shownName);
    put(hash, "parent", parent);
    putAll(hash, "type_parameters", typeParameters);
    describeAttributes(hash);
    putAll(hash, "functions", functions);
    put(hash, "equality", equality);
    put(hash, "checks", checks);
    return hash;
  }

  private void describeAttributes(Map<String, Object> hash) {
    Map<String, Object> constants = new LinkedHashMap<>();
    Map<String, ObjectAttribute> others = new LinkedHashMap<>();
    attributes.forEach((key, attribute) -> {
      if (attribute.isPlainConstant()) {
        constants.put(key, attribute.value() == null ? Undef.UNDEF : attribute.value());
      } else {
        others.put(key, attribute);
      }
    });
    putAll(hash, "attributes", others);
    if (!constants.isEmpty()) {
      hash.put("constants", constants);
    }
  }

  private static void put(Map<String, Object> hash, String key, @Nullable Object value) {
    if (value != null) {
      hash.put(key, value);
    }
  }

  private static void putAll(
      Map<String, Object> hash, String key, Map<String, ? extends ObjectMember> members) {
    if (!members.isEmpty()) {
      Map<String, Object> described = new LinkedHashMap<>();
      members.forEach((name, member) -> described.put(name, member.describe()));
      hash.put(key, described);
    }
  }
}
