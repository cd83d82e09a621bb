// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;

/**
 * Is told of what a view loads, in the order of a file and before any of that file can be found. It
 * may throw: then the file counts as loaded, and what it defines is not known.
 */
public interface LoadListener {

  /** A class is about to be known. */
  void hostClass(Loaded<HostClassDefinition> loaded);

  /** A define is about to be known. */
  void define(Loaded<ResourceTypeDefinition> loaded);
}
