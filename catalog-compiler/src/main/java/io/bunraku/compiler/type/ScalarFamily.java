// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

/** Types whose values have no parts. */
public sealed interface ScalarFamily extends PuppetType
    permits ScalarType,
        ScalarDataFamily,
        RegexpType,
        SemVerRangeType,
        SemVerType,
        TimespanType,
        TimestampType {}
