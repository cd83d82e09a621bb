// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

/** The kit with siblings. */
class RiakBackendIT extends RiakKit {
  RiakBackendIT() {
    super(RiakEngine.SIBLINGS);
  }
}
