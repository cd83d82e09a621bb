// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a copy has done, so that it can be continued: the token of the source for each document that
 * the target has. A line that was cut off by the end of the process is done again.
 */
public final class CopyJournal implements AutoCloseable {
  private static final String HEAD = "bunraku-copy-1 ";
  private final Map<Key, Token> done = new HashMap<>();
  private final @Nullable Path file;
  private @Nullable Writer out;

  private CopyJournal(@Nullable Path file) {
    this.file = file;
  }

  /** A journal that ends with the process. */
  public static CopyJournal inMemory() {
    return new CopyJournal(null);
  }

  /**
   * Opens a journal, or begins one.
   *
   * @param copy names source and target; a journal of another copy is refused
   */
  public static CopyJournal open(Path file, String copy) {
    CopyJournal journal = new CopyJournal(file);
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      boolean exists = Files.exists(file) && Files.size(file) > 0;
      if (exists) {
        journal.load(file, copy);
      }
      journal.out =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      journal.write((exists ? "" : HEAD + copy) + "\n");
      return journal;
    } catch (IOException e) {
      throw new StoreException("journal " + file + ": cannot be used: " + e.getMessage(), e);
    }
  }

  private void load(Path path, String copy) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      String head = in.readLine();
      if (!Objects.equals(head, HEAD + copy)) {
        throw new StoreException("journal " + path + ": is of another copy: " + head);
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] parts = line.split(" ", -1);
        if (parts.length == 3 && parts[2].equals(".")) {
          done.put(new Key(decode(parts[0])), new Token(decode(parts[1])));
        }
      }
    }
  }

  /** Notes that the target has what the source had with a token. */
  synchronized void done(Key key, Token token) {
    done.put(key, token);
    write(encode(key.path()) + " " + encode(token.value()) + " .\n");
  }

  /** Notes that a document is in neither. */
  synchronized void gone(Key key) {
    done.remove(key);
    write(encode(key.path()) + " " + encode("") + " .\n");
  }

  synchronized boolean has(Key key, Token token) {
    return token.equals(done.get(key));
  }

  synchronized Set<Key> keys() {
    return Set.copyOf(done.keySet());
  }

  private void write(String text) {
    Writer writer = out;
    if (writer != null) {
      try {
        writer.write(text);
        writer.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String encode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String decode(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new StoreException("The journal of the copy is damaged: remove it, and copy again", e);
    }
  }

  /** The copy is finished: nothing is to be continued. */
  void delete() throws IOException {
    close();
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    Writer writer = out;
    if (writer != null) {
      out = null;
      writer.close();
    }
  }
}
