// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Where a name of the language is found in an environment: the autoload rules and an index of its
 * modules.
 */
@NullMarked
package io.bunraku.compiler.loader;

import org.jspecify.annotations.NullMarked;
