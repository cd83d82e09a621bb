// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

/** What a compile knows of the heap that it shares with everything else in this process. */
interface Memory {

  /** Whether the last collection left the heap nearly full. */
  boolean isShort();

  /** How many bytes this thread has allocated since it started. */
  long allocated();

  /** The largest heap there may be, in bytes. */
  long limit();
}
