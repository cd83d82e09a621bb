// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

/** Where classes, parameters and environment of a node come from. */
public enum NodeTerminus {
  /** Nothing but the manifests. */
  PLAIN,
  /** The program that {@code external-nodes} names. */
  EXEC
}
