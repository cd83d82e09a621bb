// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package org.example.folder;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Key, token, attributes and bytes in one file. Its name is a hash: keys may be long and odd. */
final class FolderFile {
  private static final String ENDING = ".document";

  private record Content(Key key, Token token, Value value) {}

  private FolderFile() {}

  static Path path(Path folder, Key key) {
    return folder.resolve(Bytes.utf8(key.path()).sha256() + ENDING);
  }

  static boolean isDocument(Path file) {
    return file.getFileName().toString().endsWith(ENDING);
  }

  static Stored read(Path folder, Key key) throws IOException {
    try {
      Content content = read(path(folder, key));
      return new Stored(List.of(content.value()), content.token());
    } catch (NoSuchFileException e) {
      return Stored.ABSENT;
    }
  }

  private static Content read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      Key key = new Key(in.readUTF());
      Token token = new Token(in.readUTF());
      Map<String, String> attributes = new TreeMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        attributes.put(in.readUTF(), in.readUTF());
      }
      return new Content(key, token, new Value(Bytes.of(in.readAllBytes()), attributes));
    }
  }

  /** Random tokens: one that is made again after a deletion must not look like the old one. */
  static Token write(Path folder, Key key, Value value) throws IOException {
    Token token = new Token(UUID.randomUUID().toString());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(key.path());
    out.writeUTF(token.value());
    out.writeInt(value.attributes().size());
    for (Map.Entry<String, String> attribute : value.attributes().entrySet()) {
      out.writeUTF(attribute.getKey());
      out.writeUTF(attribute.getValue());
    }
    out.write(value.bytes().array());
    Path unfinished = folder.resolve(token.value() + ".new");
    try (FileChannel file =
        FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
      while (all.hasRemaining()) {
        file.write(all);
      }
      file.force(true); // written means durable
    }
    Files.move(unfinished, path(folder, key), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
    return token;
  }

  /** What a scan shows of a file, which may be deleted meanwhile. */
  static Optional<Entry> entry(Path file, KeyPrefix prefix, Projection projection) {
    try {
      Content c = read(file);
      if (!c.key().startsWith(prefix)) {
        return Optional.empty();
      }
      List<Value> shown = projection == Projection.VALUES ? List.of(c.value()) : List.of();
      return Optional.of(new Entry(c.key(), c.token(), c.value().attributes(), shown));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreUnavailableException("store folder: " + file + ": " + e, e);
    }
  }
}
