// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** The file: one session that writes and some that read, opened when they are first needed. */
final class Database {
  private static final int READERS = 8;
  private static final int FORMAT = 1;
  private final Path file;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore readers = new Semaphore(READERS);
  private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();
  private final Object opening = new Object();
  private volatile @Nullable Session writer;
  private boolean closed;

  /** Work on a session. */
  interface Work<T> {
    T on(Session session) throws SQLException;
  }

  Database(Path file) {
    this.file = file.toAbsolutePath();
  }

  Path file() {
    return file;
  }

  <T> T reading(Work<T> work) {
    life.readLock().lock();
    readers.acquireUninterruptibly();
    try {
      requireOpen();
      writer();
      Session session = idle.pollFirst();
      return finished(session == null ? Session.open(file) : session, work);
    } catch (SQLException e) {
      throw Failures.of(file, e);
    } finally {
      readers.release();
      life.readLock().unlock();
    }
  }

  /** A session that failed is not used again. */
  private <T> T finished(Session session, Work<T> work) throws SQLException {
    boolean whole = false;
    try {
      T result = work.on(session);
      whole = true;
      return result;
    } finally {
      if (whole) {
        idle.addFirst(session);
      } else {
        session.close();
      }
    }
  }

  /** Work on the writing session, for one thread at a time. */
  <T> T writing(Work<T> work) {
    life.readLock().lock();
    try {
      requireOpen();
      return work.on(writer());
    } catch (SQLException e) {
      throw Failures.of(file, e);
    } finally {
      life.readLock().unlock();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreUnavailableException("store local: " + file + ": is closed");
    }
  }

  private Session writer() throws SQLException {
    Session open = writer;
    if (open != null) {
      return open;
    }
    synchronized (opening) {
      open = writer;
      if (open == null) {
        open = create();
        writer = open;
      }
      return open;
    }
  }

  private Session create() throws SQLException {
    createFile();
    Session session = Session.open(file);
    try {
      prepare(session);
      return session;
    } catch (SQLException | StoreException e) {
      session.close();
      throw e;
    }
  }

  private void prepare(Session session) throws SQLException {
    int format = session.number("PRAGMA user_version");
    if (format > FORMAT) {
      throw new StoreException(
          "store local: " + file + ": was written by a newer version of this program");
    }
    if (format < FORMAT) {
      session.begin();
      session.run(Rows.SCHEMA);
      session.run("PRAGMA user_version = " + FORMAT);
      session.commit();
    }
  }

  /** For its owner only: SQLite gives its side files the same mode. */
  private void createFile() {
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createFile(file, ownerOnly());
    } catch (FileAlreadyExistsException e) {
      requireWritable();
    } catch (IOException e) {
      throw new StoreException("store local: " + file + ": cannot be made: " + reason(e), e);
    }
  }

  private void requireWritable() {
    if (!Files.isRegularFile(file)) {
      throw new StoreException("store local: " + file + ": is not a file");
    }
    if (!Files.isWritable(file)) {
      throw new StoreException("store local: " + file + ": is not writable for this user");
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  private FileAttribute<?>[] ownerOnly() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  Health check() {
    long start = System.nanoTime();
    try {
      String version = reading(Database::version);
      return health(start, true, "SQLite " + version + ", " + file);
    } catch (StoreException e) {
      return health(start, false, String.valueOf(e.getMessage()));
    }
  }

  private static String version(Session session) throws SQLException {
    try (var row = session.prepare("SELECT sqlite_version()").executeQuery()) {
      return row.getString(1);
    }
  }

  private static Health health(long start, boolean up, String detail) {
    return new Health(up, detail, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Waits for what is under way. */
  void close() {
    life.writeLock().lock();
    try {
      closed = true;
      for (Session session = idle.poll(); session != null; session = idle.poll()) {
        session.close();
      }
      Session open = writer;
      writer = null;
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      throw Failures.of(file, e);
    } finally {
      life.writeLock().unlock();
    }
  }
}
