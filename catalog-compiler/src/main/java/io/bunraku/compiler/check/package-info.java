// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What is wrong with a tree before anything is evaluated. Issue codes and wording are Puppet's,
 * because people search for them.
 */
@NullMarked
package io.bunraku.compiler.check;

import org.jspecify.annotations.NullMarked;
