// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.util.Map;

/** A store that a test takes away from its masters and brings back. */
interface AwayStore extends AutoCloseable {

  /** Settings of a master, the backend among them. */
  Map<String, String> settings();

  /** Settings by which what was stored can be read by this process. */
  Map<String, String> reading();

  /** From now on it does not answer. */
  void goAway();

  /** It answers again when this returns. */
  void comeBack();

  @Override
  void close();
}
