// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

/** Types whose values are scalars in JSON too. */
public sealed interface ScalarDataFamily extends ScalarFamily
    permits ScalarDataType, NumericFamily, StringType, EnumType, PatternType, BooleanType {}
