// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The tree walker. One arm a node, named as in Puppet's {@code evaluator_impl.rb}; scopes and
 * everything mutable belong to one compile on one thread.
 */
@NullMarked
package io.bunraku.compiler.eval;

import org.jspecify.annotations.NullMarked;
