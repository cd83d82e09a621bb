// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Compiles the Puppet language into a catalog. {@code Compiler} takes a {@code CompileRequest} and
 * {@code CompilerPorts}, every effect that it may have, and walks through the phases of Puppet's
 * own compiler.
 */
@NullMarked
package io.bunraku.compiler;

import org.jspecify.annotations.NullMarked;
