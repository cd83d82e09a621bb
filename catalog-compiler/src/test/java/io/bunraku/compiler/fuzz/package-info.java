// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Random expressions of the Puppet language, and how our answers compare with Puppet's. */
@NullMarked
package io.bunraku.compiler.fuzz;

import org.jspecify.annotations.NullMarked;
