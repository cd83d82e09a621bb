// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks what an object type says of the equality of its objects.
 *
 * @param label how messages call the type
 * @param attributes its own attributes
 * @param functions its own functions
 * @param inherited the members of its parents
 * @param above its parent, or null
 */
record ObjectEquality(
    String label,
    Map<String, ObjectAttribute> attributes,
    Map<String, ObjectFunction> functions,
    Map<String, ObjectMember> inherited,
    @Nullable ObjectType above) {

  /** The names that are said to count; null when nothing is said. */
  @Nullable List<String> read(@Nullable Object given, boolean includesType) {
    List<String> names = new ArrayList<>();
    if (given instanceof String one) {
      names.add(one);
    } else if (given instanceof List<?> list) {
      list.forEach(name -> names.add((String) name));
    } else {
      return null;
    }
    if (!names.isEmpty() && !includesType) {
      throw new EvaluationException(
          "equality_include_type = false cannot be combined with non empty equality"
              + " specification");
    }
    names.forEach(this::check);
    return names;
  }

  private void check(String name) {
    ObjectMember member = inherited.get(name);
    if (member == null) {
      member = attributes.containsKey(name) ? attributes.get(name) : functions.get(name);
    } else if (member instanceof ObjectAttribute
        && above != null
        && above.equalityAttributes().contains(name)) {
      throw new EvaluationException(
          "%s equality is referencing %s which is included in equality of %s"
              .formatted(label, member.label(), definer(above, name).label()));
    }
    if (!(member instanceof ObjectAttribute)) {
      throw new EvaluationException(
          member == null
              ? "%s equality is referencing non existent attribute '%s'".formatted(label, name)
              : "%s equality is referencing %s. Only attribute references are allowed"
                  .formatted(label, member.label()));
    }
    if (member.isConstant()) {
      throw new EvaluationException(
          "%s equality is referencing constant %s. Reference to constant is not allowed in equality"
              .formatted(label, member.label()));
    }
  }

  private static ObjectType definer(ObjectType from, String name) {
    ObjectType parent = from.parentObject();
    return parent != null && parent.equalityAttributes().contains(name)
        ? definer(parent, name)
        : from;
  }
}
