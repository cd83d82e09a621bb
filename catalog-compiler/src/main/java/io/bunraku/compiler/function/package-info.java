// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What a function is: dispatches, parameters and the table that finds them by name. The functions
 * themselves are in {@code function.builtin}.
 */
@NullMarked
package io.bunraku.compiler.function;

import org.jspecify.annotations.NullMarked;
