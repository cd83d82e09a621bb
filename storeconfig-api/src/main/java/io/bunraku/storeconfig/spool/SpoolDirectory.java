// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory, locked for one process. */
final class SpoolDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel lockFile;

  private SpoolDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  static SpoolDirectory open(Path path) throws IOException {
    try {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new IOException("spool " + path + ": cannot be used: " + e, e);
    }
    FileChannel channel =
        FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      throw new IOException("spool " + path + ": another process uses it");
    }
    SpoolDirectory directory = new SpoolDirectory(path, channel);
    directory.removeUnfinished();
    return directory;
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  Path path() {
    return path;
  }

  /** They were never acknowledged. */
  private void removeUnfinished() throws IOException {
    for (Path file : list(SpoolFile.UNFINISHED)) {
      Files.deleteIfExists(file);
    }
  }

  /** The files of entries in their order. */
  List<Path> entries() throws IOException {
    List<Path> entries = new ArrayList<>();
    for (Path file : list(SpoolFile.ENDING)) {
      if (number(file) > 0) {
        entries.add(file);
      }
    }
    return entries;
  }

  private List<Path> list(String ending) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(ending))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  /** The place of a file in the order, 0 for a foreign one. */
  static long number(Path file) {
    String name = String.valueOf(file.getFileName());
    String digits = name.substring(0, name.length() - SpoolFile.ENDING.length());
    return digits.length() == 20 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Long.parseLong(digits)
        : 0;
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
