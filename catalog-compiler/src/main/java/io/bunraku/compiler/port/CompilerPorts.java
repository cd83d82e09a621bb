// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.port;

import java.time.Clock;
import java.util.random.RandomGenerator;

/**
 * Every effect that a compile may have. A compile is a function of its request, its environment
 * version and these.
 *
 * @param exports finds exported resources of other nodes
 * @param ruby calls the Ruby that modules carry
 * @param clock the time
 * @param random randomness (uuids, {@code shuffle})
 */
public record CompilerPorts(
    ExportedResourceFinder exports, RubyBridge ruby, Clock clock, RandomGenerator random) {}
