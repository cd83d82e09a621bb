// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

/** Types of numbers. */
public sealed interface NumericFamily extends ScalarDataFamily
    permits NumericType, IntegerType, FloatType {}
