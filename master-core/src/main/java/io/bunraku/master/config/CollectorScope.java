// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

/** Whose exports a collector sees. */
public enum CollectorScope {
  /** Those of all nodes, as with PuppetDB. */
  ALL,
  /** Those of nodes of the environment that is compiled. */
  ENVIRONMENT
}
