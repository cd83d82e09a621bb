// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A parameter of a class, define, function, lambda or template; {@code capturesRest} is the {@code
 * *} form.
 */
public record Parameter(
    String name,
    @Nullable Expression value,
    @Nullable Expression typeExpr,
    boolean capturesRest,
    int offset,
    int length)
    implements Positioned {}
