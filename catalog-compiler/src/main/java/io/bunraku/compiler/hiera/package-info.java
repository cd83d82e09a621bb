// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Hiera 5: configuration, lookup through the three layers, merges, interpolation and data files.
 */
@NullMarked
package io.bunraku.compiler.hiera;

import org.jspecify.annotations.NullMarked;
