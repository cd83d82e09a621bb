// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One level of a hierarchy, nothing interpolated yet.
 *
 * @param name its name, unique within the hierarchy
 * @param kind what kind of function it names
 * @param function the function
 * @param locationKey {@code path}, {@code globs}, {@code mapped_paths} ..., or null
 * @param locations what is written there
 * @param datadir below the configuration's directory, or absolute
 * @param extension what is added to paths that do not end with it, or null
 * @param options what the function gets
 */
record HierarchyLevel(
    String name,
    FunctionKind kind,
    String function,
    @Nullable String locationKey,
    List<String> locations,
    String datadir,
    @Nullable String extension,
    Map<?, ?> options) {}
