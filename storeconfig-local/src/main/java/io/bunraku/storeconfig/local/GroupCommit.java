// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Commits what many threads write at one time in one transaction, because a flush to the disk costs
 * as much for one as for fifty. Who gets the lock writes for all that wait.
 */
final class GroupCommit {
  private static final int LARGEST = 256;
  private final Database database;
  private final ConcurrentLinkedQueue<Pending> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock();

  GroupCommit(Database database) {
    this.database = database;
  }

  /** Changes that stand or fall together, and what became of them. */
  private static final class Pending {
    final List<Change> changes;
    @Nullable WriteOutcome outcome;
    @Nullable StoreException failure;

    Pending(List<Change> changes) {
      this.changes = changes;
    }

    boolean isDone() {
      return outcome != null || failure != null;
    }
  }

  /** The outcome of all changes; the token of {@code Written} is the first one's. */
  WriteOutcome submit(List<Change> changes) {
    Pending own = new Pending(changes);
    queue.add(own);
    lock.lock();
    try {
      while (!own.isDone()) {
        commit(take());
      }
    } finally {
      lock.unlock();
    }
    if (own.failure != null) {
      throw own.failure;
    }
    return Objects.requireNonNull(own.outcome);
  }

  /** Deletes keys between two bounds, some a transaction, so that others have their turn. */
  long drop(byte[] after, byte[] before) {
    long dropped = 0;
    int some = LARGEST;
    while (some == LARGEST) {
      lock.lock();
      try {
        some = database.writing(session -> Rows.drop(session, after, before, LARGEST));
      } finally {
        lock.unlock();
      }
      dropped += some;
    }
    return dropped;
  }

  private List<Pending> take() {
    List<Pending> group = new ArrayList<>();
    for (Pending p = queue.poll(); p != null; p = group.size() < LARGEST ? queue.poll() : null) {
      group.add(p);
    }
    return group;
  }

  private void commit(List<Pending> group) {
    try {
      database.writing(session -> transaction(session, group));
    } catch (StoreException e) {
      group.forEach(p -> p.failure = e);
    }
  }

  private boolean transaction(Session session, List<Pending> group) throws SQLException {
    List<WriteOutcome> outcomes = new ArrayList<>(group.size());
    session.begin();
    try {
      for (Pending pending : group) {
        outcomes.add(apply(session, pending.changes));
      }
    } catch (SQLException e) {
      rollback(session);
      throw e;
    }
    String doubt = flush(session);
    for (int i = 0; i < group.size(); i++) {
      WriteOutcome outcome = outcomes.get(i);
      group.get(i).outcome =
          doubt != null && outcome instanceof WriteOutcome.Written
              ? new WriteOutcome.Unknown(doubt)
              : outcome;
    }
    return doubt == null;
  }

  private static WriteOutcome apply(Session session, List<Change> changes) throws SQLException {
    if (changes.size() > 1) {
      for (Change change : changes) {
        if (!Rows.isCurrent(session, change)) {
          return new WriteOutcome.Conflict();
        }
      }
    }
    boolean all = true;
    for (Change change : changes) {
      all &= Rows.apply(session, change);
    }
    return all ? changes.get(0).written() : new WriteOutcome.Conflict();
  }

  /** After some failures SQLite has rolled back by itself, and says so by another failure. */
  private static void rollback(Session session) {
    try {
      session.rollback();
    } catch (SQLException e) {
      // Nothing is open any more, which is what was wanted.
    }
  }

  /**
   * Null, or why nobody knows whether the transaction is on the disk.
   *
   * @throws SQLException if there was no room for it: then it certainly is not
   */
  private static @Nullable String flush(Session session) throws SQLException {
    try {
      session.commit();
      return null;
    } catch (SQLException e) {
      rollback(session);
      if (Failures.isFull(e)) {
        throw e;
      }
      return "commit failed: " + e.getMessage();
    }
  }
}
