// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Stamp;

/** Whether a run's documents stand in the store. */
public sealed interface RunOutcome {

  /**
   * They do: the catalog may be sent.
   *
   * @param stamp of the run, or of the equal catalog that was there already
   * @param catalogWritten false if the stored catalog was equal and was left alone
   */
  record Stored(Stamp stamp, boolean catalogWritten) implements RunOutcome {}

  /** They wait in the spool on this master's disk: the catalog may be sent. */
  record Spooled() implements RunOutcome {}

  /**
   * They do not, because the node has had newer code of this environment: the catalog must not be
   * sent.
   *
   * @param generation what the node has had
   */
  record Stale(long generation) implements RunOutcome {}
}
