// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/** An entry of a hash literal. */
public record KeyedEntry(Expression key, Expression value, int offset, int length)
    implements Positioned {}
