// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.type.MismatchDescriber;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.TypeInference;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Binds arguments to the parameters of lambdas and functions in Puppet language. */
final class Arguments {

  private Arguments() {}

  /** The parameters' values, in order, checked. */
  static Object[] bind(String callee, Signature signature, List<Object> arguments, Scope scope) {
    int count = signature.names().length;
    if (arguments.size() == count && !signature.capturesRest()) {
      checkCall(callee, signature, arguments, null);
      return arguments.toArray();
    }
    Object[] values = combine(callee, signature, arguments, scope);
    checkCall(callee, signature, flatten(signature, values), null);
    return values;
  }

  /** What the dispatcher checks before anything is bound: number, types, and that no lambda is. */
  static void checkCall(
      String callee, Signature signature, List<Object> arguments, @Nullable PuppetLambda block) {
    if (block != null || !signature.accepts(arguments)) {
      PuppetType blockType = block == null ? null : block.puppetType();
      throw new EvaluationException(
          MismatchDescriber.describeSignatures(
              callee, List.of(signature.described()), arguments, blockType));
    }
  }

  private static List<Object> flatten(Signature signature, Object[] values) {
    List<Object> flat = new ArrayList<>(Arrays.asList(values));
    if (signature.capturesRest()) {
      Object rest = flat.remove(flat.size() - 1);
      flat.addAll((List<?>) rest);
    }
    return flat;
  }

  private static Object[] combine(
      String callee, Signature signature, List<Object> arguments, Scope scope) {
    List<Parameter> parameters = signature.parameters();
    Object[] values = new Object[parameters.size()];
    try (ParameterScope parameterScope =
        new ParameterScope(scope, callee, Arrays.asList(signature.names()))) {
      for (int i = 0; i < values.length; i++) {
        values[i] = value(parameters.get(i), i, arguments, parameterScope, scope);
        parameterScope.set(parameters.get(i).name(), values[i]);
      }
    }
    return values;
  }

  private static Object value(
      Parameter parameter,
      int index,
      List<Object> arguments,
      ParameterScope parameterScope,
      Scope scope) {
    Expression theDefault = parameter.value();
    if (index < arguments.size()) {
      if (!parameter.capturesRest()) {
        return arguments.get(index);
      }
      List<Object> rest = List.copyOf(arguments.subList(index, arguments.size()));
      return theDefault != null && rest.size() == 1 && rest.get(0) == Undef.UNDEF
          ? asList(parameterScope.evaluate(parameter.name(), theDefault))
          : rest;
    }
    if (theDefault != null) {
      Object value = parameterScope.evaluate(parameter.name(), theDefault);
      return parameter.capturesRest() ? asList(value) : value;
    }
    if (parameter.capturesRest()) {
      return List.of();
    }
    throw Issues.at(
        scope,
        parameter,
        "MISSING_REQUIRED_PARAMETER",
        "Parameter $" + parameter.name() + " is required but no value was given");
  }

  private static Object asList(Object value) {
    return value instanceof List<?> ? value : List.of(value);
  }

  /** The parameters' values by name, with defaults, checked. */
  static Map<String, Object> bindByName(
      String callee, Signature signature, Map<String, Object> arguments, Scope scope) {
    Map<String, Object> bindings;
    try (ParameterScope parameterScope =
        new ParameterScope(scope, callee, Arrays.asList(signature.names()))) {
      arguments.forEach((name, value) -> {
        if (value != Undef.UNDEF) {
          parameterScope.set(name, value);
        }
      });
      for (Parameter parameter : signature.parameters()) {
        setMissing(parameter, arguments, parameterScope);
      }
      bindings = new LinkedHashMap<>(parameterScope.toMap());
    }
    MismatchDescriber.validateParameters(
        callee, signature.parametersStruct(), bindings, false, new DeferredReturns(scope)::of);
    return bindings;
  }

  private static void setMissing(
      Parameter parameter, Map<String, Object> arguments, ParameterScope parameterScope) {
    String name = parameter.name();
    if (arguments.getOrDefault(name, Undef.UNDEF) != Undef.UNDEF) {
      return;
    }
    Expression theDefault = parameter.value();
    if (theDefault != null) {
      parameterScope.set(name, parameterScope.evaluate(name, theDefault));
    } else if (arguments.containsKey(name)) {
      parameterScope.set(name, Undef.UNDEF);
    }
  }

  static Object checkReturn(String callee, Signature signature, Object result) {
    PuppetType expected = signature.returnType();
    if (expected != null && !expected.isInstance(result)) {
      throw new EvaluationException(
          MismatchDescriber.describeMismatch(
              "value returned from " + callee + " has wrong type,",
              expected,
              TypeInference.inferSet(result)));
    }
    return result;
  }
}
