// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

/** Where a configuration is: the three layers that every lookup goes through in this order. */
enum Layer {
  GLOBAL("Global"),
  ENVIRONMENT("Environment"),
  MODULE("Module");

  private final String place;

  Layer(String place) {
    this.place = place;
  }

  /** How explanations call it. */
  String place() {
    return place;
  }
}
