// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

/** A path that no mount may serve. */
public final class InvalidPathException extends Exception {
  InvalidPathException(String message) {
    super(message);
  }
}
