// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Tests of the tree walker, most of them snippets with the results of Puppet itself. */
@NullMarked
package io.bunraku.compiler.eval;

import org.jspecify.annotations.NullMarked;
