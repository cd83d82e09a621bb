// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.type.BuiltinTypes;
import io.bunraku.compiler.type.CallableType;
import io.bunraku.compiler.type.MismatchDescriber;
import io.bunraku.compiler.type.ObjectAttribute;
import io.bunraku.compiler.type.ObjectFunction;
import io.bunraku.compiler.type.ObjectMember;
import io.bunraku.compiler.type.PuppetObject;
import io.bunraku.compiler.type.Signature;
import io.bunraku.compiler.value.Deferred;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Attributes and functions of objects, which are called as methods are. */
final class Members {

  private Members() {}

  /** The object that a value is, or null. */
  static @Nullable PuppetObject object(Object value) {
    return switch (value) {
      case PuppetObject object -> object;
      case Deferred deferred -> {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("name", deferred.name());
        given.put("arguments", deferred.given() == null ? Undef.UNDEF : deferred.arguments());
        yield new PuppetObject(BuiltinTypes.DEFERRED, given);
      }
      default -> null;
    };
  }

  static Object invoke(
      PuppetObject object,
      ObjectMember member,
      List<Object> arguments,
      @Nullable PuppetLambda block) {
    if (member.callables().stream().noneMatch(type -> type.isCallableWith(arguments, block))) {
      throw mismatch(member, arguments, block);
    }
    return switch (member) {
      case ObjectAttribute attribute -> read(object, attribute);
      case ObjectFunction function when isMessage(object, function) ->
          read(object, Objects.requireNonNull(object.type().attributes().get("msg")));
      case ObjectFunction function ->
          throw new EvaluationException("no method is implemented for " + function.label());
    };
  }

  private static EvaluationException mismatch(
      ObjectMember member, List<Object> arguments, @Nullable PuppetLambda block) {
    List<Signature> signatures = new ArrayList<>();
    for (CallableType type : member.callables()) {
      signatures.add(new Signature(type, List.of(), type.block() == null ? null : "block"));
    }
    return new EvaluationException(
        MismatchDescriber.describeSignatures(
            member.label(), signatures, arguments, block == null ? null : block.puppetType()));
  }

  /** Puppet itself writes one function: {@code message} of {@code Error}. */
  private static boolean isMessage(PuppetObject object, ObjectFunction function) {
    return object.type().equals(BuiltinTypes.ERROR) && function.name().equals("message");
  }

  private static Object read(PuppetObject object, ObjectAttribute attribute) {
    if (attribute.isDerived()) {
      throw new EvaluationException("no method is implemented for derived " + attribute.label());
    }
    Object value = object.attribute(attribute.name());
    return value == null ? Undef.UNDEF : value;
  }
}
