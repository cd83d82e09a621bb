// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import io.bunraku.compiler.loader.EnvironmentLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the paths of {@code puppet:///MOUNT/...} lead: files of one module, the merged plugins of
 * all modules, or a directory of the operator's.
 */
public final class Mounts {

  /** A path that has to be found, below a mount. */
  record Target(String mount, String path) {}

  private static final Pattern NAME = Pattern.compile("[-\\w]+");

  /** Mounts that merge one directory of each module. */
  private static final Map<String, String> MERGED =
      Map.of("plugins", "lib", "pluginfacts", "facts.d", "locales", "locales");

  /** Mounts whose paths begin with a module's name. */
  private static final Map<String, String> MODULES =
      Map.of("modules", "files", "scripts", "scripts", "tasks", "tasks");

  private final Map<String, Path> custom;
  private final @Nullable Path builtIn;

  /**
   * Creates the mounts.
   *
   * @param custom an operator's mounts: name to directory
   */
  public Mounts(Map<String, Path> custom) {
    this(custom, null);
  }

  /**
   * Creates the mounts.
   *
   * @param custom an operator's mounts: name to directory
   * @param builtIn a module that belongs to every environment, for merged mounts only; an
   *     environment's own files win
   */
  public Mounts(Map<String, Path> custom, @Nullable Path builtIn) {
    this.custom = Map.copyOf(custom);
    this.builtIn = builtIn;
  }

  /**
   * Splits a key.
   *
   * @throws InvalidPathException for a bad mount name or a path that climbs
   */
  static Target target(String key) throws InvalidPathException {
    int slash = key.indexOf('/');
    String mount = slash < 0 ? key : key.substring(0, slash);
    String path = slash < 0 ? "" : key.substring(slash + 1);
    if (!NAME.matcher(mount).matches()) {
      throw new InvalidPathException("Cannot find file: Invalid mount '" + mount + "'");
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") || part.indexOf('\0') >= 0) {
        throw new InvalidPathException("Cannot find file: Invalid relative path '" + path + "'");
      }
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return new Target(mount, String.join("/", parts));
  }

  /** The path that a key stands for, or null when nothing is there. */
  @Nullable Path find(Target target, EnvironmentLoader environment) {
    String merged = MERGED.get(target.mount());
    if (merged != null) {
      return inModules(environment, merged, target.path());
    }
    String subdirectory = MODULES.get(target.mount());
    if (subdirectory != null) {
      return inModule(environment, subdirectory, target.path());
    }
    Path root = custom.get(target.mount());
    return root == null
        ? null
        : existing(target.path().isEmpty() ? root : root.resolve(target.path()));
  }

  /**
   * The directories that a search merges; the earlier ones win.
   *
   * @return null when there is none
   */
  @Nullable List<Path> search(Target target, EnvironmentLoader environment) {
    String merged = MERGED.get(target.mount());
    if (merged == null) {
      Path found = find(target, environment);
      return found == null ? null : List.of(found);
    }
    List<Path> directories = new ArrayList<>();
    for (Path module : modules(environment)) {
      Path directory = module.resolve(merged);
      if (Files.isDirectory(directory)) {
        directories.add(directory);
      }
    }
    return directories;
  }

  private @Nullable Path inModules(
      EnvironmentLoader environment, String subdirectory, String path) {
    for (Path module : modules(environment)) {
      Path root = module.resolve(subdirectory);
      Path found = existing(path.isEmpty() ? root : root.resolve(path));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable Path inModule(
      EnvironmentLoader environment, String subdirectory, String path) {
    int slash = path.indexOf('/');
    String name = slash < 0 ? path : path.substring(0, slash);
    Path module = name.isEmpty() ? null : environment.modules().directory(name);
    if (module == null) {
      return null;
    }
    Path root = module.resolve(subdirectory);
    return existing(slash < 0 ? root : root.resolve(path.substring(slash + 1)));
  }

  private List<Path> modules(EnvironmentLoader environment) {
    List<Path> directories = new ArrayList<>();
    for (String name : environment.modules().names()) {
      Path directory = environment.modules().directory(name);
      if (directory != null) {
        directories.add(directory);
      }
    }
    if (builtIn != null) {
      directories.add(builtIn);
    }
    return directories;
  }

  /** A dangling link exists: the agent manages it as a link. */
  private static @Nullable Path existing(Path path) {
    return FileStat.of(path, false) == null ? null : path;
  }
}
