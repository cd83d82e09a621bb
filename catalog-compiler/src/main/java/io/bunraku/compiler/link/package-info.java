// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Binds a tree to an environment version: call sites to functions, names to types and classes. What
 * cannot depend on the environment is folded once.
 */
@NullMarked
package io.bunraku.compiler.link;

import org.jspecify.annotations.NullMarked;
