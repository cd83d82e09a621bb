// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What agents back up, in the layout of Puppet's bucketdir: eight directories of one digit, the
 * checksum, then {@code contents} and {@code paths}.
 */
public final class FileBucket {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * A key of the wire.
   *
   * @param checksum SHA-256 in hexadecimal digits
   * @param path where the file was on the agent, or null
   */
  private record Key(String checksum, @Nullable String path) {}

  private final Path directory;

  /**
   * Creates a bucket.
   *
   * @param directory made when something is first stored
   */
  public FileBucket(Path directory) {
    this.directory = directory;
  }

  /**
   * Finds a backup.
   *
   * @param key {@code sha256/SUM[/PATH]}
   * @return its content, or null
   * @throws InvalidPathException for another checksum type or none
   */
  public @Nullable Path find(String key) throws InvalidPathException, IOException {
    Key wanted = key(key);
    Path contents = place(wanted.checksum()).resolve("contents");
    return Files.exists(contents) && known(wanted) ? contents : null;
  }

  /**
   * Stores a backup under the checksum that it has, whatever the key says.
   *
   * @throws InvalidPathException when the key makes no sense
   */
  public void store(String key, byte[] content) throws InvalidPathException, IOException {
    Key given = key(key);
    Key actual = new Key(Checksums.digest(content, ChecksumType.SHA256), given.path());
    Path place = place(actual.checksum());
    Files.createDirectories(place);
    Path contents = place.resolve("contents");
    if (!Files.exists(contents) || !Arrays.equals(Files.readAllBytes(contents), content)) {
      Path temporary = Files.createTempFile(place, "contents", ".new");
      Files.write(temporary, content);
      Files.move(temporary, contents, StandardCopyOption.ATOMIC_MOVE);
    }
    if (actual.path() != null && !paths(place).contains(actual.path())) {
      Files.writeString(
          place.resolve("paths"),
          actual.path() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private boolean known(Key key) throws IOException {
    return key.path() == null || paths(place(key.checksum())).contains(key.path());
  }

  private static List<String> paths(Path place) throws IOException {
    Path file = place.resolve("paths");
    return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
  }

  private Path place(String checksum) {
    Path path = directory;
    for (int i = 0; i < 8; i++) {
      path = path.resolve(checksum.substring(i, i + 1));
    }
    return path.resolve(checksum);
  }

  private static Key key(String key) throws InvalidPathException {
    String[] parts = key.split("/", 3);
    if (!parts[0].equals("sha256")) {
      throw new InvalidPathException("Unsupported checksum type \"" + parts[0] + "\"");
    }
    if (parts.length < 2 || !SHA256.matcher(parts[1]).matches()) {
      throw new InvalidPathException(
          "Invalid checksum \"" + (parts.length < 2 ? "" : parts[1]) + "\"");
    }
    boolean pathed = parts.length > 2 && !parts[2].isEmpty() && parts[2].indexOf('\n') < 0;
    return new Key(parts[1], pathed ? parts[2] : null);
  }
}
