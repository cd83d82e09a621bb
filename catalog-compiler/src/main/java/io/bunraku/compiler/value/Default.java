// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

/** The value of the word {@code default}. */
public enum Default {
  DEFAULT;

  @Override
  public String toString() {
    return "default";
  }
}
