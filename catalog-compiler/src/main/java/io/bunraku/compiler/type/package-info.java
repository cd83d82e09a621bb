// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Puppet's type system: types as values, parsing, assignability, formatting and the words of a
 * mismatch.
 */
@NullMarked
package io.bunraku.compiler.type;

import org.jspecify.annotations.NullMarked;
