// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.Labels;

/** What Puppet's label provider calls a value. */
final class ValueLabels {

  private ValueLabels() {}

  static String label(Object value) {
    return Labels.ofValue(value);
  }
}
