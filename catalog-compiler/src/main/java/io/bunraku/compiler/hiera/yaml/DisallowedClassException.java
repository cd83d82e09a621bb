// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

/** A scalar or tag that asks for an object which Puppet does not let Psych make. */
final class DisallowedClassException extends RuntimeException {

  DisallowedClassException(String className) {
    super("Tried to load unspecified class: " + className, null, false, false);
  }
}
