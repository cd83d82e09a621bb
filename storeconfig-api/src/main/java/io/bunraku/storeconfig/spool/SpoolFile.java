// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spool;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.zip.CRC32C;

/**
 * One entry as a file: a line that says what it is, then the sealed content. It is flushed and then
 * renamed into its place, so a file with its right name is whole.
 *
 * @param number its place in the order; the file's name
 * @param kind {@code run}, {@code report} or {@code facts}
 * @param node whose entry
 * @param given when it was acknowledged, in milliseconds since 1970
 * @param size of the file in bytes
 */
record SpoolFile(long number, String kind, Certname node, long given, long size) {
  static final String ENDING = ".entry";
  static final String UNFINISHED = ".new";
  private static final String MAGIC = "bunraku-spool-1";

  String name() {
    return String.format("%020d%s", number, ENDING);
  }

  /** What a file of some content will be, before it is written. */
  static SpoolFile plan(long number, String kind, Certname node, long given, Bytes content) {
    SpoolFile file = new SpoolFile(number, kind, node, given, 0);
    int head = file.head(content).length;
    return new SpoolFile(number, kind, node, given, (long) head + content.size());
  }

  private byte[] head(Bytes content) {
    String line =
        "%s %s %s %d %d %d\n"
            .formatted(MAGIC, kind, node.value(), given, content.size(), checksum(content.array()));
    return line.getBytes(StandardCharsets.UTF_8);
  }

  private static long checksum(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    return crc.getValue();
  }

  /** Writes and flushes; only when this returns may the entry be acknowledged. */
  void write(Path directory, Bytes content) throws IOException {
    Path unfinished = directory.resolve(name() + UNFINISHED);
    try {
      try (FileChannel out =
          FileChannel.open(
              unfinished,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        writeAll(out, ByteBuffer.wrap(head(content)));
        writeAll(out, ByteBuffer.wrap(content.array()));
        out.force(true);
      }
      Files.move(unfinished, directory.resolve(name()), StandardCopyOption.ATOMIC_MOVE);
      flush(directory);
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /** A rename is durable when its directory is. */
  private static void flush(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /**
   * Reads the first line of a file.
   *
   * @throws IOException if it is no whole entry
   */
  static SpoolFile inspect(Path file) throws IOException {
    String line;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      line = in.readLine();
    }
    String[] words = line == null ? new String[0] : line.split(" ");
    long size = Files.size(file);
    try {
      if (words.length == 6
          && words[0].equals(MAGIC)
          && size == line.length() + 1 + Long.parseLong(words[4])) {
        String name = String.valueOf(file.getFileName());
        long number = Long.parseLong(name.substring(0, name.length() - ENDING.length()));
        return new SpoolFile(
            number, words[1], new Certname(words[2]), Long.parseLong(words[3]), size);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("its first line is damaged", e);
    }
    throw new IOException("it is no whole entry");
  }

  /**
   * Reads the content.
   *
   * @throws IOException if it is damaged
   */
  Bytes read(Path directory) throws IOException {
    byte[] all = Files.readAllBytes(directory.resolve(name()));
    int end = 0;
    while (end < all.length && all[end] != '\n') {
      end++;
    }
    byte[] content = Arrays.copyOfRange(all, Math.min(end + 1, all.length), all.length);
    String head = new String(all, 0, end, StandardCharsets.ISO_8859_1);
    if (!head.endsWith(" " + checksum(content))) {
      throw new IOException("its content is damaged");
    }
    return Bytes.of(content);
  }
}
