// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

/** Values as text where Puppet calls Ruby's {@code to_s}. */
final class ValueText {

  private ValueText() {}

  static String of(Object value, CatalogState state) {
    Reference reference = value instanceof String ? null : Reference.of(value);
    return reference == null ? value.toString() : ReferenceText.of(reference, state);
  }
}
