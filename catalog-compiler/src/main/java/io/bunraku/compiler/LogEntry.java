// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler;

import org.jspecify.annotations.Nullable;

/**
 * What a compile logged.
 *
 * @param level Puppet's level: debug, info, notice, warning, err, alert, emerg, crit
 * @param message the text
 * @param source what logs show as the source: {@code Scope(Class[main])}, {@code Puppet}
 * @param file logical path, or null
 * @param line from 1, or 0 when unknown
 */
public record LogEntry(
    String level, String message, String source, @Nullable String file, int line) {}
