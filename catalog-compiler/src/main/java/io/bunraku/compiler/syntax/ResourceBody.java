// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;

/** One title (or array of titles) and its attributes. */
public record ResourceBody(
    Expression title, List<AttributeOperation> operations, int offset, int length)
    implements Positioned {

  public ResourceBody {
    operations = List.copyOf(operations);
  }
}
