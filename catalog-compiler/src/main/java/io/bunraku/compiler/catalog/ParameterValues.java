// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.PassedValues;
import java.util.ArrayList;
import java.util.List;

/** Values on their way from the language into parameters. */
final class ParameterValues {

  private ParameterValues() {}

  /**
   * A value as a parameter keeps it. A list of a relationship is copied, as it grows when
   * relationships are evaluated.
   *
   * @throws EvaluationException for an iterator
   */
  static Object convert(String name, Object value) {
    Object converted = PassedValues.convert(value);
    return converted instanceof List<?> list && Metaparameters.isRelationship(name)
        ? new ArrayList<Object>(list)
        : converted;
  }
}
