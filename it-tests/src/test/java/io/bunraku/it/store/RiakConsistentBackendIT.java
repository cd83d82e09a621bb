// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

/** The kit on a strongly consistent bucket type; skipped where a cluster has none. */
class RiakConsistentBackendIT extends RiakKit {
  RiakConsistentBackendIT() {
    super(RiakEngine.CONSISTENT);
  }
}
