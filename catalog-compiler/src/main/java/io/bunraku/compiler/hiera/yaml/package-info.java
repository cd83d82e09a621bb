// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
/**
 * YAML as Ruby's Psych reads it. The events come from SnakeYAML; what a plain scalar means, merge
 * keys, tags and the words of errors are Psych's, as Puppet calls it.
 */
@NullMarked
package io.bunraku.compiler.hiera.yaml;

import org.jspecify.annotations.NullMarked;
