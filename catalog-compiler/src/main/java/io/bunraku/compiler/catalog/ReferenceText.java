// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyInspect;

/** References as catalogs show them. */
final class ReferenceText {

  private ReferenceText() {}

  /**
   * A reference as {@code Type[title]}. Puppet takes a type that it does not know for a class.
   *
   * @throws EvaluationException when there is no title
   */
  static String of(Reference reference, CatalogState state) {
    String title = reference.title();
    String typeName = reference.typeName();
    boolean known =
        typeName != null
            && (reference.isClass()
                || typeName.equals("node")
                || state.types().find(typeName) != null);
    if (title == null) {
      throw new EvaluationException(
          "No title provided and "
              + (known ? RubyInspect.inspect(String.valueOf(typeName)) : "nil")
              + " is not a valid resource reference");
    }
    if (typeName == null || !known || reference.isClass()) {
      return "Class[" + Names.classTitle(title) + "]";
    }
    return state.capitalize(typeName) + "[" + title + "]";
  }
}
