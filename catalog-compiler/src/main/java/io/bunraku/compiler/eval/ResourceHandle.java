// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

/**
 * The resource that a scope belongs to, as scopes see it: the catalog's own class implements it.
 */
public interface ResourceHandle {

  /** The reference as logs show it: {@code Class[main]}. */
  @Override
  String toString();
}
