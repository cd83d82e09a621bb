// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tries out, once and before the first write, whether the server keeps the conditions that
 * everything relies on. One that ignores a header it does not know would silently lose updates.
 * That the conditions are atomic under concurrency cannot be proven so.
 */
final class Conditions {
  private static final Token OTHER = new Token("d41d8cd98f00b204e9800998ecf8427e");
  private final Requests requests;
  private final ObjectKeys keys;
  private final boolean deletions;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean kept;

  Conditions(Requests requests, ObjectKeys keys, boolean deletions) {
    this.requests = requests;
    this.keys = keys;
    this.deletions = deletions;
  }

  /**
   * Returns at once when this was tried before.
   *
   * @throws StoreException if a condition is ignored
   */
  void verify() {
    if (!kept) {
      lock.lock();
      try {
        if (!kept) {
          tryOut(keys.reserved("probe-" + UUID.randomUUID()));
          kept = true;
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void tryOut(String probe) {
    WriteOutcome created = put(probe, Token.ABSENT);
    if (!(created instanceof WriteOutcome.Written written)) {
      throw new StoreUnavailableException("store s3: a first write ended as " + created);
    }
    expectConflict(put(probe, Token.ABSENT), "If-None-Match on PutObject", "");
    expectConflict(put(probe, OTHER), "If-Match on PutObject", "");
    if (deletions) {
      String advice = ": set 'conditional-delete' to false";
      expectConflict(requests.delete(probe, OTHER), "If-Match on DeleteObject", advice);
    }
    requests.delete(probe, deletions ? written.token() : Token.ABSENT);
  }

  private WriteOutcome put(String probe, Token seen) {
    return requests.put(probe, StoredObject.tombstone(), Map.of(), seen);
  }

  private static void expectConflict(WriteOutcome outcome, String header, String advice) {
    if (outcome instanceof WriteOutcome.Unknown unknown) {
      throw new StoreUnavailableException("store s3: " + header + ": " + unknown.reason());
    }
    if (outcome instanceof WriteOutcome.Written) {
      throw new StoreException(
          "store s3: this server ignores " + header + ", so updates could be lost" + advice);
    }
  }
}
