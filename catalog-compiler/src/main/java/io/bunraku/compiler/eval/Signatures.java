// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.link.SiteTable;
import io.bunraku.compiler.syntax.Call.LambdaExpression;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.syntax.Text.EppExpression;
import io.bunraku.compiler.type.AnyType;
import io.bunraku.compiler.type.ArrayType;
import io.bunraku.compiler.type.IntegerType;
import io.bunraku.compiler.type.PuppetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates the types of parameters, once for each text where they depend on nothing else. */
final class Signatures {

  private final TreeEvaluator evaluator;
  private final References references;

  Signatures(TreeEvaluator evaluator, References references) {
    this.evaluator = evaluator;
    this.references = references;
  }

  Signature of(LambdaExpression o, Scope scope) {
    SiteTable table = references.sites(scope);
    if (table.get(o.offset()) instanceof Signature known) {
      return known;
    }
    Signature signature = create(o.parameters(), o.returnType(), isTemplate(o), scope);
    if (isStatic(o.parameters(), o.returnType())) {
      table.put(o.offset(), signature);
    }
    return signature;
  }

  /** The scope must be in the text of the function. */
  Signature of(FunctionDefinition o, Scope scope) {
    return create(o.parameters(), o.returnType(), false, scope);
  }

  /** Templates get their parameters by name, in any order. */
  private static boolean isTemplate(LambdaExpression o) {
    return o.body() instanceof EppExpression;
  }

  private static boolean isStatic(List<Parameter> parameters, @Nullable Expression returnType) {
    return (returnType == null || StaticExpressions.isStatic(returnType))
        && parameters.stream()
            .map(Parameter::typeExpr)
            .allMatch(type -> type == null || StaticExpressions.isStatic(type));
  }

  private Signature create(
      List<Parameter> parameters, @Nullable Expression returnType, boolean byName, Scope scope) {
    int count = parameters.size();
    PuppetType[] types = new PuppetType[count];
    String[] names = new String[count];
    boolean optional = false;
    long minimum = 0;
    long maximum = 0;
    for (int i = 0; i < count; i++) {
      Parameter parameter = parameters.get(i);
      names[i] = parameter.name();
      PuppetType type = type(parameter.typeExpr(), scope);
      types[i] =
          parameter.capturesRest() && type instanceof ArrayType array ? array.elementType() : type;
      IntegerType range = range(parameter, type);
      long least = range.minimum();
      if (least > 0 && optional && !byName) {
        throw Issues.at(
            scope,
            parameter,
            "REQUIRED_PARAMETER_AFTER_OPTIONAL",
            "Parameter $"
                + parameter.name()
                + " is required but appears after optional parameters");
      }
      optional |= least == 0;
      minimum = Math.min(minimum + least, Integer.MAX_VALUE);
      maximum = Math.min(maximum + Math.min(range.maximum(), Integer.MAX_VALUE), Integer.MAX_VALUE);
    }
    PuppetType returned = returnType == null ? null : type(returnType, scope);
    return new Signature(parameters, names, types, (int) minimum, (int) maximum, returned);
  }

  private PuppetType type(@Nullable Expression node, Scope scope) {
    if (node == null) {
      return AnyType.ANY;
    }
    Object type = evaluator.evaluate(node, scope);
    if (type instanceof PuppetType puppetType) {
      return puppetType;
    }
    throw Issues.runtimeError(scope, node, "a type is expected");
  }

  private static IntegerType size(ArrayType array) {
    return array.size() == null ? IntegerType.POSITIVE : array.size();
  }

  private static IntegerType range(Parameter parameter, PuppetType type) {
    if (parameter.capturesRest()) {
      return type instanceof ArrayType array ? size(array) : IntegerType.POSITIVE;
    }
    return parameter.value() == null ? IntegerType.exactly(1) : new IntegerType(0L, 1L);
  }
}
