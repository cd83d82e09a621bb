// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

import io.bunraku.storeconfig.model.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One directory of code by content: two masters with the same files get the same hash, whatever
 * their times and inodes. Environments that share a directory of modules share this object.
 */
final class CodeTree {

  /** What tools leave in a checkout and no catalog depends on. */
  private static final Set<String> IGNORED =
      Set.of(".git", ".svn", ".hg", "CVS", ".r10k-deploy.json", ".librarian", ".tmp");

  private static final int MAX_DEPTH = 64;

  /** What tells that a file has not changed since it was read. */
  private record Stamp(long modified, long size, @Nullable Object key) {}

  /** A file of a scan. */
  private record Found(Path path, Stamp stamp) {}

  private record Hashed(Stamp stamp, String sha256) {}

  private final Path root;
  private final ReentrantLock lock = new ReentrantLock();
  private Map<Path, Hashed> hashes = Map.of();
  private SortedMap<String, Found> scan = new TreeMap<>();
  private @Nullable String hash;
  private long checked;

  CodeTree(Path root) {
    this.root = root;
  }

  /**
   * The hash of all paths and contents. Requests that arrive together share one look at the files;
   * only those that have changed are read.
   *
   * @param since {@code System.nanoTime()}: an older look does not do
   */
  String hash(long since) {
    lock.lock();
    try {
      String known = hash;
      if (known != null && checked - since >= 0) {
        return known;
      }
      long began = System.nanoTime();
      SortedMap<String, Found> now = new TreeMap<>();
      collect("", root, 0, now);
      if (known == null || !now.equals(scan)) {
        known = digest(now);
        hash = known;
        scan = now;
      }
      checked = began;
      return known;
    } finally {
      lock.unlock();
    }
  }

  private static void collect(
      String logical, Path directory, int depth, SortedMap<String, Found> files) {
    if (depth > MAX_DEPTH) {
      return; // a link that leads back
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path path : stream) {
        String name = String.valueOf(path.getFileName());
        if (!IGNORED.contains(name)) {
          look(logical + "/" + name, path, depth, files);
        }
      }
    } catch (NotDirectoryException e) {
      look(logical, directory, MAX_DEPTH, files);
    } catch (IOException e) {
      // absent or not to be read: as if it were empty, as it is for the compiler
    }
  }

  private static void look(String logical, Path path, int depth, SortedMap<String, Found> files) {
    BasicFileAttributes attributes = attributes(path);
    if (attributes == null) {
      return;
    }
    if (attributes.isDirectory()) {
      collect(logical, path, depth + 1, files);
    } else {
      Stamp stamp =
          new Stamp(
              attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
              attributes.size(),
              attributes.fileKey());
      files.put(logical, new Found(path, stamp));
    }
  }

  private static @Nullable BasicFileAttributes attributes(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (IOException e) {
      try {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      } catch (IOException gone) {
        return null;
      }
    }
  }

  private String digest(SortedMap<String, Found> files) {
    List<Found> found = List.copyOf(files.values());
    List<String> contents = found.parallelStream().map(this::contentHash).toList();
    Map<Path, Hashed> fresh = HashMap.newHashMap(found.size());
    MessageDigest digest = Bytes.newSha256();
    int i = 0;
    for (Map.Entry<String, Found> file : files.entrySet()) {
      String content = contents.get(i++);
      digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(content.getBytes(StandardCharsets.US_ASCII));
      fresh.put(file.getValue().path(), new Hashed(file.getValue().stamp(), content));
    }
    hashes = fresh;
    return HexFormat.of().formatHex(digest.digest());
  }

  private String contentHash(Found file) {
    Hashed known = hashes.get(file.path());
    return known != null && known.stamp().equals(file.stamp())
        ? known.sha256()
        : Bytes.of(content(file.path())).sha256();
  }

  private static byte[] content(Path path) {
    try {
      return Files.isRegularFile(path)
          ? Files.readAllBytes(path)
          : (Files.isSymbolicLink(path) ? Files.readSymbolicLink(path).toString() : "")
              .getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
