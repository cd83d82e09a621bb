// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Each operator between values of each pair of kinds. */
final class OperatorPairs {

  static final List<String> OPERATORS =
      List.of(
          "+", "-", "*", "/", "%", "<<", ">>", "==", "!=", "<", ">", "<=", ">=", "=~", "!~", "in",
          "and", "or");

  static final List<String> KINDS =
      List.of(
          "int",
          "float",
          "string",
          "bool",
          "undef",
          "regex",
          "timespan",
          "timestamp",
          "semver",
          "range",
          "binary",
          "sensitive",
          "array",
          "hash",
          "type",
          "default");

  private OperatorPairs() {}

  /** As many expressions for each operator and pair as are asked for; access is an operator too. */
  static List<String> expressions(ExpressionGenerator generator, int each) {
    List<String> expressions = new ArrayList<>();
    for (String left : KINDS) {
      for (String right : KINDS) {
        for (int i = 0; i < each; i++) {
          for (String operator : OPERATORS) {
            expressions.add(
                value(generator, left) + " " + operator + " " + value(generator, right));
          }
          expressions.add(value(generator, left) + "[" + value(generator, right) + "]");
          expressions.add(
              value(generator, left) + " ? { " + value(generator, right) + " => 1, default => 2 }");
        }
      }
    }
    return expressions;
  }

  private static String value(ExpressionGenerator generator, String kind) {
    return kind.equals("default") ? kind : generator.write(kind, 2);
  }
}
