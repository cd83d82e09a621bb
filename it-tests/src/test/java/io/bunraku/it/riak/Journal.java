// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbContent;
import shaded.com.google.protobuf.ByteString;

/**
 * All states of all objects, one after the other, written before a request is answered: enough for
 * {@code kill -9} of the process, not for the loss of the machine's power.
 */
final class Journal {
  private final FileChannel file;

  private Journal(FileChannel file) {
    this.file = file;
  }

  /** Opens a journal and tells what it holds; a record that was cut off is dropped. */
  static Journal open(Path path, BiConsumer<Place, StoredObject> replay) throws IOException {
    long whole = 0;
    if (Files.exists(path)) {
      try (DataInputStream in = new DataInputStream(Files.newInputStream(path))) {
        while (true) {
          byte[] record = in.readNBytes(in.readInt());
          read(new DataInputStream(new ByteArrayInputStream(record)), replay);
          whole += 4 + record.length;
        }
      } catch (EOFException e) {
        // the end, or a record that was cut off
      }
    }
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    file.truncate(whole);
    file.position(whole);
    return new Journal(file);
  }

  void append(Place place, StoredObject object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(place.type());
    out.writeUTF(place.bucket());
    write(out, place.key().toByteArray());
    write(out, object.clock().encoded().toByteArray());
    out.writeInt(object.siblings().size());
    for (StoredObject.Sibling sibling : object.siblings()) {
      out.writeUTF(sibling.dot().actor());
      out.writeLong(sibling.dot().number());
      write(out, sibling.content().toByteArray());
    }
    ByteBuffer record = ByteBuffer.allocate(4 + bytes.size());
    record.putInt(bytes.size()).put(bytes.toByteArray()).flip();
    while (record.hasRemaining()) {
      file.write(record);
    }
  }

  private static void read(DataInputStream in, BiConsumer<Place, StoredObject> replay)
      throws IOException {
    Place place = new Place(in.readUTF(), in.readUTF(), ByteString.copyFrom(bytes(in)));
    VectorClock clock = VectorClock.decode(ByteString.copyFrom(bytes(in)));
    int count = in.readInt();
    List<StoredObject.Sibling> siblings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      VectorClock.Dot dot = new VectorClock.Dot(in.readUTF(), in.readLong());
      siblings.add(new StoredObject.Sibling(dot, RpbContent.parseFrom(bytes(in))));
    }
    replay.accept(place, new StoredObject(clock, siblings));
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
