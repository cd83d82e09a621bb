// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/** An entry of a selector. */
public record SelectorEntry(Expression matching, Expression value, int offset, int length)
    implements Positioned {}
