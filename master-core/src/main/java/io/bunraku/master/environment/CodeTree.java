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
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The files of an environment and of the module directories that it sees, by content. Two masters
 * with the same files get the same hash, whatever their times and inodes.
 */
final class CodeTree {

  /** What tools leave in a checkout and no catalog depends on. */
  private static final Set<String> IGNORED =
      Set.of(".git", ".svn", ".hg", "CVS", ".r10k-deploy.json", ".librarian", ".tmp");

  private static final int MAX_DEPTH = 64;

  /** What tells that a file has not changed since it was read. */
  private record Stamp(long modified, long size, @Nullable Object key) {}

  private record Hashed(Stamp stamp, String sha256) {}

  /** All files of a scan: logical path to where and what it is. */
  private record Found(Path path, Stamp stamp) {}

  /** The outcome of a scan: equal if and only if nothing has changed. */
  static final class Scan {
    private final SortedMap<String, Found> files;

    private Scan(SortedMap<String, Found> files) {
      this.files = files;
    }

    boolean sameAs(@Nullable Scan other) {
      return other != null && files.equals(other.files);
    }

    int size() {
      return files.size();
    }
  }

  private final Map<Path, Hashed> hashes = new ConcurrentHashMap<>();

  /**
   * Looks at all files without reading them.
   *
   * @param roots what logical paths begin with, and the directory; one that is absent is empty
   */
  Scan scan(Map<String, Path> roots) {
    SortedMap<String, Found> files = new TreeMap<>();
    roots.forEach((name, directory) -> collect(name, directory, 0, files));
    return new Scan(files);
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

  /** The hash of all paths and contents; only files that have changed are read. */
  String hash(Scan scan) {
    MessageDigest digest = Bytes.newSha256();
    List<Map.Entry<String, Found>> files = List.copyOf(scan.files.entrySet());
    List<String> contents =
        files.parallelStream().map(file -> contentHash(file.getValue())).toList();
    for (int i = 0; i < files.size(); i++) {
      digest.update(files.get(i).getKey().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(contents.get(i).getBytes(StandardCharsets.US_ASCII));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private String contentHash(Found file) {
    Hashed known = hashes.get(file.path());
    if (known != null && known.stamp().equals(file.stamp())) {
      return known.sha256();
    }
    String hash = Bytes.of(content(file.path())).sha256();
    hashes.put(file.path(), new Hashed(file.stamp(), hash));
    return hash;
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
