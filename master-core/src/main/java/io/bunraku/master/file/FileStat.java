// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one system call tells of a file.
 *
 * @param kind what it is
 * @param mode permission bits with setuid, setgid and sticky
 * @param uid owner
 * @param gid group
 * @param size in bytes
 * @param modified nanoseconds since 1970
 * @param changed nanoseconds since 1970, of the inode
 * @param key device and inode, or null where the system has none
 */
record FileStat(
    Kind kind,
    int mode,
    long uid,
    long gid,
    long size,
    long modified,
    long changed,
    @Nullable Object key) {

  /** Kinds by Ruby's names, as metadata shows them. */
  enum Kind {
    FILE("file"),
    DIRECTORY("directory"),
    LINK("link"),
    OTHER("socket");

    private final String ftype;

    Kind(String ftype) {
      this.ftype = ftype;
    }

    String ftype() {
      return ftype;
    }
  }

  private static final String ATTRIBUTES =
      "unix:mode,uid,gid,size,lastModifiedTime,ctime,fileKey,isDirectory,isRegularFile,isSymbolicLink";

  /**
   * Looks at a path.
   *
   * @return null when there is nothing
   */
  static @Nullable FileStat of(Path path, boolean followLinks) {
    LinkOption[] options =
        followLinks ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    try {
      return of(Files.readAttributes(path, ATTRIBUTES, options));
    } catch (IOException e) {
      return null;
    }
  }

  private static FileStat of(Map<String, Object> values) {
    return new FileStat(
        kind(values),
        number(values.get("mode")).intValue() & 07777,
        number(values.get("uid")).longValue() & 0xffffffffL,
        number(values.get("gid")).longValue() & 0xffffffffL,
        number(values.get("size")).longValue(),
        nanos(values.get("lastModifiedTime")),
        nanos(values.get("ctime")),
        values.get("fileKey"));
  }

  private static Kind kind(Map<String, Object> values) {
    if (Boolean.TRUE.equals(values.get("isRegularFile"))) {
      return Kind.FILE;
    }
    if (Boolean.TRUE.equals(values.get("isDirectory"))) {
      return Kind.DIRECTORY;
    }
    return Boolean.TRUE.equals(values.get("isSymbolicLink")) ? Kind.LINK : Kind.OTHER;
  }

  private static Number number(@Nullable Object value) {
    return value instanceof Number number ? number : (Number) 0;
  }

  private static long nanos(@Nullable Object value) {
    return value instanceof FileTime time ? time.to(TimeUnit.NANOSECONDS) : 0;
  }
}
