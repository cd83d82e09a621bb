// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package org.example.folder;

import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A file for each document. Compare-and-set by a lock that all processes of one machine respect.
 */
final class FolderBackend implements StoreBackend {
  private static final int MAX_VALUE_BYTES = 16 << 20;
  private static final Traits TRAITS =
      new Traits(ConflictModel.COMPARE_AND_SET, MAX_VALUE_BYTES, Duration.ZERO, Duration.ZERO);

  /** A file lock is the process's: threads need one of their own. */
  private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private final Path folder;
  private volatile boolean closed;

  FolderBackend(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Stored read(Key key) {
    requireOpen();
    try {
      return FolderFile.read(folder, key);
    } catch (IOException e) {
      throw away(e);
    }
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    if (value.bytes().size() > MAX_VALUE_BYTES) {
      throw new StoreException("store folder: the value of " + key + " is too large");
    }
    return locked(() -> {
      if (!FolderFile.read(folder, key).token().equals(seen)) {
        return new WriteOutcome.Conflict();
      }
      return new WriteOutcome.Written(FolderFile.write(folder, key, value));
    });
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    return locked(() -> {
      if (!FolderFile.read(folder, key).token().equals(seen)) {
        return new WriteOutcome.Conflict();
      }
      Files.deleteIfExists(FolderFile.path(folder, key));
      return new WriteOutcome.Written(Token.ABSENT);
    });
  }

  /** What may fail. */
  private interface Work {
    WriteOutcome run() throws IOException;
  }

  private WriteOutcome locked(Work work) {
    requireOpen();
    ReentrantLock threads = LOCKS.computeIfAbsent(folder, f -> new ReentrantLock());
    threads.lock();
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var processes = channel.lock()) {
        return processes.isValid() ? work.run() : new WriteOutcome.Conflict();
      }
    } catch (IOException e) {
      throw away(e); // the file appears by a rename, so nothing was written
    } finally {
      threads.unlock();
    }
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    requireOpen();
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        all.filter(FolderFile::isDocument).forEach(files::add);
      } catch (IOException e) {
        throw away(e);
      }
    }
    Iterator<Entry> entries =
        files.stream()
            .flatMap(file -> FolderFile.entry(file, prefix, projection).stream())
            .iterator();
    return Cursor.of(entries);
  }

  @Override
  public Health check() {
    long start = System.nanoTime();
    String problem = problem();
    String detail = problem == null ? folder.toString() : "store folder: " + folder + ": " + problem;
    return new Health(problem == null, detail, Duration.ofNanos(System.nanoTime() - start));
  }

  private String problem() {
    try {
      requireOpen();
      Files.createDirectories(folder);
      return Files.isWritable(folder) ? null : "cannot be written";
    } catch (IOException | StoreException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreUnavailableException("store folder: " + folder + ": is closed");
    }
  }

  private StoreUnavailableException away(IOException e) {
    return new StoreUnavailableException("store folder: " + folder + ": " + e, e);
  }
}
