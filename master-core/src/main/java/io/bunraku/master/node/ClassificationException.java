// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

/** A node that could not be classified. The words are Puppet's. */
public final class ClassificationException extends Exception {

  private final boolean unknown;

  private ClassificationException(String message, boolean unknown) {
    super(message);
    this.unknown = unknown;
  }

  static ClassificationException unknown(String certname) {
    return new ClassificationException(
        "Could not find node '" + certname + "'; cannot compile", true);
  }

  static ClassificationException failed(String certname, String why) {
    return new ClassificationException(
        "Failed when searching for node " + certname + ": " + why, false);
  }

  /** Whether the classifier works and does not know the node. */
  public boolean isUnknownNode() {
    return unknown;
  }
}
