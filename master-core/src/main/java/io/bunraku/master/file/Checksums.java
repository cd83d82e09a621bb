// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * Checksums of files, remembered as long as size, inode and both times stay the same. Plugin sync
 * asks for the same hundreds of files for every agent.
 */
public final class Checksums {

  private static final int LITE = 512;
  private static final DateTimeFormatter RUBY_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss '+0000'").withZone(ZoneOffset.UTC);

  private record Key(Path path, ChecksumType type) {}

  private record Known(FileStat stat, String sum) {}

  private final Cache<Key, Known> cache = Caffeine.newBuilder().maximumSize(200_000).build();

  /**
   * The checksum with its type in front: {@code {sha256}0f3a...}.
   *
   * @param path a file that can be read
   * @param stat of that file
   * @throws IOException when it cannot be read
   */
  String of(Path path, FileStat stat, ChecksumType type) throws IOException {
    String prefix = "{" + type.wireName() + "}";
    return switch (type) {
      case MTIME -> prefix + time(stat.modified());
      case CTIME -> prefix + time(stat.changed());
      case NONE, ETAG -> prefix;
      default -> prefix + digest(path, stat, type);
    };
  }

  private String digest(Path path, FileStat stat, ChecksumType type) throws IOException {
    Key key = new Key(path, type);
    Known known = cache.getIfPresent(key);
    if (known == null || !known.stat().equals(stat)) {
      known = new Known(stat, digest(path, type));
      cache.put(key, known);
    }
    return known.sum();
  }

  /** Digests a file without the cache: hexadecimal digits. */
  static String digest(Path path, ChecksumType type) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      MessageDigest digest = newDigest(type);
      if (type.lite()) {
        digest.update(in.readNBytes(LITE));
      } else {
        byte[] buffer = new byte[64 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          digest.update(buffer, 0, n);
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  /** Digests bytes: hexadecimal digits. */
  static String digest(byte[] bytes, ChecksumType type) {
    return HexFormat.of().formatHex(newDigest(type).digest(bytes));
  }

  private static MessageDigest newDigest(ChecksumType type) {
    String algorithm = type.algorithm();
    try {
      return MessageDigest.getInstance(algorithm == null ? "SHA-256" : algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // all JDKs have these
    }
  }

  /** A time as Ruby prints it. */
  static String time(long nanos) {
    return RUBY_TIME.format(
        Instant.ofEpochSecond(
            TimeUnit.NANOSECONDS.toSeconds(nanos), nanos % TimeUnit.SECONDS.toNanos(1)));
  }
}
