// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import io.bunraku.compiler.loader.EnvironmentLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serves metadata and content of files; keys are {@code MOUNT/PATH}. */
public final class FileServer {

  private final Mounts mounts;
  private final Checksums checksums;
  private final long uid;
  private final long gid;

  /** Creates a server of files. */
  public FileServer(Mounts mounts, Checksums checksums) {
    this.mounts = mounts;
    this.checksums = checksums;
    FileStat self = FileStat.of(Path.of("/proc/self"), true);
    this.uid = self == null ? 0 : self.uid();
    this.gid = self == null ? 0 : self.gid();
  }

  /**
   * The metadata of one file.
   *
   * @return null when nothing is there
   * @throws InvalidPathException when no mount may serve the key
   */
  public @Nullable FileMetadata find(
      EnvironmentLoader environment, String key, MetadataOptions options)
      throws InvalidPathException, IOException {
    Path path = mounts.find(Mounts.target(key), environment);
    FileStat stat = path == null ? null : FileStat.of(path, options.followLinks());
    return path == null || stat == null ? null : metadata(path, null, path, stat, options);
  }

  /**
   * The metadata of all files below a key, the key's own first.
   *
   * @return null when nothing is there
   */
  public @Nullable List<FileMetadata> search(
      EnvironmentLoader environment, String key, MetadataOptions options)
      throws InvalidPathException, TooManyFilesException, IOException {
    List<Path> bases = mounts.search(Mounts.target(key), environment);
    if (bases == null) {
      return null;
    }
    MetadataOptions used = options;
    if (bases.isEmpty()) { // no module has plugins: an empty root says that the environment exists
      bases = environment.configuration().modulePath().stream().filter(Files::isDirectory).toList();
      bases = bases.isEmpty() ? List.of(environment.directory()) : bases;
      used = options.flat();
    }
    return metadata(merge(bases, used), used);
  }

  private static Map<String, Path> merge(List<Path> bases, MetadataOptions options)
      throws TooManyFilesException {
    Map<String, Path> merged = new LinkedHashMap<>();
    for (Path base : bases) {
      for (String relative : new Fileset(base, options).files()) {
        merged.putIfAbsent(relative, base);
      }
    }
    return merged;
  }

  private List<FileMetadata> metadata(Map<String, Path> files, MetadataOptions options)
      throws IOException {
    List<FileMetadata> list = new ArrayList<>(files.size());
    for (Map.Entry<String, Path> file : files.entrySet()) {
      String relative = file.getKey();
      Path base = file.getValue();
      Path path = relative.equals(".") ? base : base.resolve(relative);
      FileStat stat = FileStat.of(path, options.followLinks());
      if (stat != null) { // gone meanwhile, or a link that leads nowhere
        list.add(metadata(base, relative, path, stat, options));
      }
    }
    return list;
  }

  private FileMetadata metadata(
      Path base, @Nullable String relative, Path path, FileStat stat, MetadataOptions options)
      throws IOException {
    ChecksumType type =
        switch (stat.kind()) {
          case DIRECTORY -> ChecksumType.CTIME;
          case OTHER -> ChecksumType.NONE;
          case FILE, LINK -> options.checksum();
        };
    boolean own = options.keepPermissions();
    boolean link = stat.kind() == FileStat.Kind.LINK;
    return new FileMetadata(
        base.toString(),
        relative,
        options.followLinks() ? "follow" : "manage",
        own ? stat.uid() : uid,
        own ? stat.gid() : gid,
        own ? stat.mode() : 0644,
        type.wireName(),
        link ? linkChecksum(path, type) : checksums.of(path, stat, type),
        stat.kind().ftype(),
        link ? Files.readSymbolicLink(path).toString() : null);
  }

  /** A link has the checksum of what it leads to, or none. */
  private @Nullable String linkChecksum(Path path, ChecksumType type) {
    FileStat target = FileStat.of(path, true);
    try {
      return target == null || target.kind() != FileStat.Kind.FILE
          ? null
          : checksums.of(path, target, type);
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * The file whose content a key stands for.
   *
   * @return null when there is none, or when it is no file
   */
  public @Nullable Path content(EnvironmentLoader environment, String key)
      throws InvalidPathException {
    Path path = mounts.find(Mounts.target(key), environment);
    return path != null && Files.isRegularFile(path) ? path : null;
  }
}
