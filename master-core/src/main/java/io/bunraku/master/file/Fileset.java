// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files below a path, breadth first as in Puppet, names sorted so that all masters list them
 * alike.
 */
final class Fileset {

  private static final Logger LOG = LoggerFactory.getLogger(Fileset.class);
  private static final int SOFT_LIMIT = 1000;

  private record Directory(Path path, String relative, int depth) {}

  private final Path base;
  private final MetadataOptions options;

  Fileset(Path base, MetadataOptions options) {
    this.base = base;
    this.options = options;
  }

  /**
   * Relative paths, {@code .} first.
   *
   * @throws TooManyFilesException above {@code max_files}
   */
  List<String> files() throws TooManyFilesException {
    List<String> found = new ArrayList<>();
    if (options.recurse()) {
      descend(found);
    }
    int max = options.maxFiles();
    if (max > 0 && found.size() > max) {
      throw new TooManyFilesException(base, found.size(), max);
    }
    if (max == 0 && found.size() > SOFT_LIMIT) {
      LOG.warn(
          "The directory '{}' contains {} entries, which exceeds the default soft limit {} and may"
              + " cause excessive resource consumption and degraded performance. To remove this"
              + " warning set a value for `max_files` parameter or consider using an alternate"
              + " method to manage large directory trees",
          base,
          found.size(),
          SOFT_LIMIT);
    }
    found.add(0, ".");
    return found;
  }

  private void descend(List<String> found) {
    Deque<Directory> pending = new ArrayDeque<>();
    Set<Object> visited = new HashSet<>();
    pending.add(new Directory(base, "", 0));
    while (!pending.isEmpty()) {
      Directory directory = pending.remove();
      if (directory.depth() >= options.recurseLimit() || !enter(directory.path(), visited)) {
        continue;
      }
      for (String name : children(directory.path())) {
        String relative = directory.relative().isEmpty() ? name : directory.relative() + "/" + name;
        found.add(relative);
        pending.add(new Directory(directory.path().resolve(name), relative, directory.depth() + 1));
      }
    }
  }

  /** A directory that a link leads back to is listed and not entered again. */
  private boolean enter(Path path, Set<Object> visited) {
    FileStat stat = FileStat.of(path, options.followLinks());
    return stat != null
        && stat.kind() == FileStat.Kind.DIRECTORY
        && visited.add(stat.key() == null ? path : stat.key());
  }

  private List<String> children(Path directory) {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      for (Path child : stream) {
        String name = String.valueOf(child.getFileName());
        if (options.ignore().stream().noneMatch(glob -> Glob.matches(glob, name))) {
          names.add(name);
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      LOG.debug("Could not list {}: {}", directory, e.toString());
    }
    Collections.sort(names);
    return names;
  }
}
