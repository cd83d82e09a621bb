// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Source;
import org.jspecify.annotations.Nullable;

/**
 * A definition and where it was found.
 *
 * @param definition the definition
 * @param source the text that its offsets refer to
 * @param moduleName the module that holds it, or null for the environment's own manifests
 */
public record Loaded<T extends Definition>(
    T definition, Source source, @Nullable String moduleName) {}
