// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/** Benchmarks of the compiler with JMH; {@code bin/bench} runs them. They assert nothing. */
@NullMarked
package io.bunraku.compiler.bench;

import org.jspecify.annotations.NullMarked;
