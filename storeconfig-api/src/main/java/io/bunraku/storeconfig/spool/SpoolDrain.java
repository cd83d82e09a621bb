// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spool;

import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.json.Codecs;
import io.bunraku.storeconfig.model.json.MalformedDocumentException;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries entries from the spool to the store, those of one node in their order. An entry is
 * removed after the store has it, so one that is carried twice is recognised there.
 */
public final class SpoolDrain {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolDrain.class);
  private final Spool spool;
  private final StoreConfigs store;
  private final ReentrantLock lock = new ReentrantLock();

  /** Between a spool and a store. */
  public SpoolDrain(Spool spool, StoreConfigs store) {
    this.spool = spool;
    this.store = store;
  }

  /**
   * Carries all that waits. What the store refuses stays, and with it what came after it for the
   * same node.
   *
   * @return how many entries are left that the store refuses
   * @throws StoreUnavailableException if the store is away
   */
  public int all() {
    return drain(node -> true);
  }

  /**
   * Carries what waits for one node, so that a new run of it can follow.
   *
   * @throws StoreUnavailableException if the store is away or refuses
   */
  public void of(Certname node) {
    if (spool.holds(node) && drain(node::equals) > 0) {
      throw new StoreUnavailableException("The store refuses what waits in the spool for " + node);
    }
  }

  private int drain(Predicate<Certname> wanted) {
    Set<Certname> blocked = new HashSet<>();
    int refused = 0;
    lock.lock();
    try {
      for (SpoolFile file : spool.entries()) {
        if (wanted.test(file.node()) && !blocked.contains(file.node())) {
          if (!carry(file)) {
            blocked.add(file.node());
            refused++;
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
    return refused;
  }

  /** Whether an entry is out of the way. */
  private boolean carry(SpoolFile file) throws IOException {
    if (spool.dropIfTooOld(file)) {
      return true;
    }
    Optional<Bytes> content = spool.content(file);
    if (content.isEmpty()) {
      return true;
    }
    try {
      put(file, content.get());
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException | MalformedDocumentException e) {
      LOG.warn(
          "The store refuses the {} of {} in the spool: {}",
          file.kind(),
          file.node(),
          e.getMessage());
      return false;
    }
    spool.done(file);
    return true;
  }

  private void put(SpoolFile file, Bytes content) {
    switch (file.kind()) {
      case Spool.REPORT -> store.reports().put(Codecs.REPORT.decode(content));
      case Spool.FACTS -> store.facts().put(Codecs.FACTS.decode(content));
      case Spool.RUN -> putRun(file, content);
      default -> throw new StoreException("it is of a kind that this version does not know");
    }
  }

  private void putRun(SpoolFile file, Bytes content) {
    if (!store.storeLate(SpooledRun.decode(content), file.given())) {
      LOG.info(
          "A later catalog of {} stands already; the one from the spool is not stored",
          file.node());
    }
  }
}
