// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

/** Says which classes, parameters and environment a node has. */
@FunctionalInterface
public interface NodeClassifier {

  /** Puppet's plain terminus. */
  NodeClassifier PLAIN = certname -> NodeClassification.EMPTY;

  /**
   * Classifies a node.
   *
   * @param certname the node's name
   * @throws ClassificationException when the node is unknown, or its classifier fails
   */
  NodeClassification classify(String certname) throws ClassificationException;
}
