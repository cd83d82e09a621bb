// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** The functions that come with Puppet, one file a theme. Signatures and messages are Puppet's. */
@NullMarked
package io.bunraku.compiler.function.builtin;

import org.jspecify.annotations.NullMarked;
