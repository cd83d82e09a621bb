// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Text to syntax tree: lexer, parser and the sealed families of expressions, named after Puppet's
 * own model. It knows nothing of evaluation; every node is immutable and shared by all
 * environments.
 */
@NullMarked
package io.bunraku.compiler.syntax;

import org.jspecify.annotations.NullMarked;
