// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The values of the language that Java has no type for. All else is plain {@code String Long Double
 * Boolean List Map}.
 */
@NullMarked
package io.bunraku.compiler.value;

import org.jspecify.annotations.NullMarked;
