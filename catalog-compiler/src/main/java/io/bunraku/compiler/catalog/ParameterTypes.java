// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.DeferredReturns;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.type.AnyType;
import io.bunraku.compiler.type.MismatchDescriber;
import io.bunraku.compiler.type.OptionalType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.StringType;
import io.bunraku.compiler.type.StructElement;
import io.bunraku.compiler.type.StructType;
import io.bunraku.compiler.value.Deferred;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters that a class or define accepts, with their types. */
final class ParameterTypes {

  private final Map<String, PuppetType> types;
  private final List<String> required;
  private @Nullable StructType struct;

  private ParameterTypes(Map<String, PuppetType> types, List<String> required) {
    this.types = types;
    this.required = required;
  }

  /** The types of a unit, evaluated at their first use. */
  static ParameterTypes of(CodeUnit unit, Scope scope) {
    ParameterTypes known = unit.types();
    if (known == null) {
      known = evaluate(unit, scope.topScope());
      unit.resolveTypes(known);
    }
    return known;
  }

  private static ParameterTypes evaluate(CodeUnit unit, Scope top) {
    Map<String, PuppetType> types = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Parameter parameter : unit.parameters()) {
      types.put(parameter.name(), type(unit, parameter.typeExpr(), top));
      if (parameter.value() == null) {
        required.add(parameter.name());
      }
    }
    return new ParameterTypes(types, required);
  }

  private static PuppetType type(CodeUnit unit, @Nullable Expression expression, Scope top) {
    if (expression == null || unit.text() == null) {
      return AnyType.ANY;
    }
    Scope.Mark mark = top.mark();
    try {
      top.enterGlobal(unit.text());
      return top.compilation().evaluator().evaluate(expression, top) instanceof PuppetType type
          ? type
          : AnyType.ANY;
    } finally {
      top.reset(mark);
    }
  }

  /**
   * Checks parameters.
   *
   * @param subject what errors start with: {@code Class[Foo]}
   * @throws io.bunraku.compiler.eval.EvaluationException unpositioned, in the describer's words
   */
  void validate(String subject, Map<String, Object> values, Scope scope) {
    if (!isValid(values)) {
      MismatchDescriber.validateParameters(
          subject, struct(), values, false, new DeferredReturns(scope)::of);
    }
  }

  boolean isParameter(String name) {
    return types.containsKey(name) || name.equals("name") || Metaparameters.contains(name);
  }

  private boolean isValid(Map<String, Object> values) {
    for (String name : required) {
      if (!values.containsKey(name)) {
        return false;
      }
    }
    for (Map.Entry<String, Object> value : values.entrySet()) {
      PuppetType type = types.get(value.getKey());
      if (value.getValue() instanceof Deferred
          || (type == null ? !isParameter(value.getKey()) : !type.isInstance(value.getValue()))) {
        return false;
      }
    }
    return true;
  }

  private StructType struct() {
    if (struct == null) {
      List<StructElement> elements = new ArrayList<>();
      elements.add(StructElement.optional("name", AnyType.ANY));
      Metaparameters.NAMES.forEach(name -> elements.add(StructElement.optional(name, AnyType.ANY)));
      types.forEach((name, type) -> elements.add(element(name, type)));
      struct = new StructType(elements);
    }
    return struct;
  }

  private StructElement element(String name, PuppetType type) {
    PuppetType key = StringType.ofValue(name);
    return new StructElement(required.contains(name) ? key : new OptionalType(key), type);
  }
}
