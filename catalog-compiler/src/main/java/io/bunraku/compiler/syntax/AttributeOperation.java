// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/** An attribute of a resource body, default, override or collector. */
public sealed interface AttributeOperation extends Positioned {

  /** {@code name => value}, or {@code name +> value} when {@code append}. */
  record NamedAttribute(String name, boolean append, Expression value, int offset, int length)
      implements AttributeOperation {}

  /** {@code * => expr}. */
  record SplatAttributes(Expression expr, int offset, int length) implements AttributeOperation {}
}
