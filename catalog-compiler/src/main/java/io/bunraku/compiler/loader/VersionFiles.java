// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of one version of an environment. Directories are listed once and then answer from
 * memory; everything that was looked at leaves a stamp, absence included, so that {@link
 * #unchanged} tells with a few stats whether a compile would see the same today. Safe for threads.
 */
public final class VersionFiles {

  /** What a file's content is held against: no stamp stands for an absent file. */
  private record Stamp(long modified, long size, @Nullable Object fileKey) {}

  /** A directory as it was: names with whether each is a directory; null when it is none. */
  private record Listing(@Nullable Stamp stamp, @Nullable Map<String, Boolean> entries) {}

  private record Seen(@Nullable Stamp stamp) {}

  private final List<Path> roots;
  private final Map<Path, Listing> listings = new ConcurrentHashMap<>();
  private final Map<Path, Seen> files = new ConcurrentHashMap<>();

  /**
   * Creates a view without looking at anything.
   *
   * @param roots directories above which no directory is listed
   */
  public VersionFiles(List<Path> roots) {
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
  }

  /** Whether there is a file or directory; a link that leads nowhere is none. */
  public boolean exists(Path path) {
    return kind(path) != null;
  }

  /** Whether there is a directory. */
  public boolean isDirectory(Path path) {
    return Objects.equals(kind(path), true);
  }

  /** Whether there is something that is not a directory. */
  public boolean isFile(Path path) {
    return Objects.equals(kind(path), false);
  }

  /** Names in a directory, sorted by characters; empty when there is no such directory. */
  public List<String> children(Path directory) {
    Map<String, Boolean> entries = listing(directory).entries();
    return entries == null ? List.of() : List.copyOf(entries.keySet());
  }

  /**
   * All files below a directory whose name ends with a suffix, sorted as Ruby sorts their paths.
   * Hidden ones and linked directories are left out, as by {@code Dir.glob('**')}.
   */
  public List<Path> findAll(Path directory, String suffix) {
    List<String> found = new ArrayList<>();
    collect(directory, suffix, found);
    Collections.sort(found);
    return found.stream().map(Path::of).toList();
  }

  /**
   * Reads a text file. Its content is not kept.
   *
   * @return the text, or null when there is no such file
   * @throws UncheckedIOException when it cannot be read
   */
  public @Nullable String read(Path file) {
    Stamp stamp = stamp(file);
    files.put(file, new Seen(stamp));
    if (stamp == null) {
      return null;
    }
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether all that was looked at is as it was. */
  public boolean unchanged() {
    return listings.entrySet().stream()
            .allMatch(e -> Objects.equals(e.getValue().stamp(), stamp(e.getKey())))
        && files.entrySet().stream()
            .allMatch(e -> Objects.equals(e.getValue().stamp(), stamp(e.getKey())));
  }

  private void collect(Path directory, String suffix, List<String> found) {
    for (String name : children(directory)) {
      if (name.startsWith(".")) {
        continue;
      }
      Path path = directory.resolve(name);
      if (!isDirectory(path)) {
        if (name.endsWith(suffix)) {
          found.add(path.toString());
        }
      } else if (!Files.isSymbolicLink(path)) {
        collect(path, suffix, found);
      }
    }
  }

  /** True for a directory, false for another file, null for nothing. */
  private @Nullable Boolean kind(Path path) {
    Path parent = path.getParent();
    if (parent == null || roots.contains(path)) {
      return listing(path).entries() == null ? null : (Boolean) true;
    }
    if (roots.stream().noneMatch(path::startsWith)) {
      Seen seen = files.computeIfAbsent(path, p -> new Seen(stamp(p)));
      return seen.stamp() == null ? null : (Boolean) Files.isDirectory(path);
    }
    Map<String, Boolean> entries = listing(parent).entries();
    return entries == null ? null : entries.get(path.getFileName().toString());
  }

  private Listing listing(Path directory) {
    Listing known = listings.get(directory);
    if (known != null) {
      return known;
    }
    // A directory that is known to be absent through its parent needs no stamp of its own, so that
    // data directories of nodes that do not exist cost nothing.
    if (!roots.contains(directory)
        && roots.stream().anyMatch(directory::startsWith)
        && !isDirectory(directory)) {
      return new Listing(null, null);
    }
    Listing read = readListing(directory);
    listings.put(directory, read);
    return read;
  }

  private static Listing readListing(Path directory) {
    Stamp stamp = stamp(directory);
    if (stamp == null) {
      return new Listing(null, null);
    }
    Map<String, Boolean> entries = new TreeMap<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path path : stream) {
        if (Files.exists(path)) {
          entries.put(path.getFileName().toString(), Files.isDirectory(path));
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      return new Listing(stamp, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Listing(stamp, Collections.unmodifiableMap(entries));
  }

  private static @Nullable Stamp stamp(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(
          attributes.lastModifiedTime().to(java.util.concurrent.TimeUnit.NANOSECONDS),
          attributes.size(),
          attributes.fileKey());
    } catch (IOException e) {
      return null;
    }
  }
}
