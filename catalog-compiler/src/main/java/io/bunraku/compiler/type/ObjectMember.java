// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An attribute or a function of an object type. */
public sealed interface ObjectMember permits ObjectAttribute, ObjectFunction {

  /** How messages call the type that it belongs to. */
  String owner();

  /** Its name. */
  String name();

  /** The type of its value; of a function what it takes, one callable or several. */
  PuppetType type();

  /** Whether it cannot be overridden. */
  boolean isFinal();

  /** Whether it overrides one of the parent's. */
  boolean override();

  /** Its annotations by their type, or null. */
  @Nullable Map<?, ?> annotations();

  /** What kind of member messages call it. */
  String feature();

  /** Whether it is the same for all objects. */
  default boolean isConstant() {
    return false;
  }

  /** As messages name it: {@code attribute Car[wheels]}. */
  default String label() {
    return feature() + " " + owner() + "[" + name() + "]";
  }

  /** What a call may pass, one or more ways. */
  List<CallableType> callables();

  /**
   * Returns this if it may stand in a type whose parents have certain members.
   *
   * @throws EvaluationException if it must not override, or overrides nothing though it says so
   */
  static <T extends ObjectMember> T asserted(T member, Map<String, ? extends ObjectMember> above) {
    ObjectMember overridden = above.get(member.name());
    if (overridden != null) {
      assertOverride(member, overridden);
    } else if (member.override()) {
      throw new EvaluationException(
          "expected %s to override an inherited %s, but no such %s was found"
              .formatted(member.label(), member.feature(), member.feature()));
    }
    return member;
  }

  private static void assertOverride(ObjectMember member, ObjectMember above) {
    String problem = member.label() + " attempts to override ";
    if (!above.feature().equals(member.feature())) {
      throw new EvaluationException(problem + above.label());
    }
    if (above.isFinal() && !(above.isConstant() && member.isConstant())) {
      throw new EvaluationException(problem + "final " + above.label());
    }
    if (!member.override()) {
      throw new EvaluationException(problem + above.label() + " without having override => true");
    }
    if (!above.type().isAssignable(member.type())) {
      throw new EvaluationException(problem + above.label() + " with a type that does not match");
    }
  }

  /** What describes it in the hash of its type: the hash, or the type if that says all. */
  default Object describe() {
    Map<String, Object> hash = new LinkedHashMap<>();
    hash.put("type", type());
    if (isFinal()) {
      hash.put("final", true);
    }
    if (override()) {
      hash.put("override", true);
    }
    if (annotations() != null) {
      hash.put("annotations", annotations());
    }
    describeMore(hash);
    return hash.size() == 1 ? hash.values().iterator().next() : hash;
  }

  /** Adds what only one kind of member has. */
  void describeMore(Map<String, Object> hash);
}
