// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.model.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What stands around a document's content in the store. A writer that was not told how its write
 * ended reads again and looks for its own id, in the envelope or among the predecessors of a later
 * one.
 *
 * @param id random, of this write
 * @param predecessors ids of the writes that this one has seen, the latest first
 * @param compressed whether the payload is deflated
 * @param epoch of the key that the payload is encrypted with, or 0
 * @param payload the content
 */
public record Envelope(
    UUID id, List<UUID> predecessors, boolean compressed, int epoch, Bytes payload) {
  /** How many predecessors are kept: more writes than that do not pass while one waits. */
  public static final int PREDECESSORS = 32;

  private static final byte MAGIC = (byte) 0xB7;
  private static final byte VERSION = 1;
  private static final int FIXED = 4 + 4 + 16;

  /** Freezes the list. */
  public Envelope {
    predecessors =
        List.copyOf(predecessors.subList(0, Math.min(PREDECESSORS, predecessors.size())));
  }

  /** Whether a write is in the history of this one. */
  public boolean knows(UUID write) {
    return id.equals(write) || predecessors.contains(write);
  }

  /** The bytes of the envelope. */
  public Bytes encode() {
    ByteBuffer out = ByteBuffer.allocate(FIXED + 16 * predecessors.size() + payload.size());
    out.put(MAGIC).put(VERSION).put((byte) (compressed ? 1 : 0)).put((byte) predecessors.size());
    out.putInt(epoch);
    put(out, id);
    predecessors.forEach(p -> put(out, p));
    out.put(payload.array());
    return Bytes.of(out.array());
  }

  private static void put(ByteBuffer out, UUID id) {
    out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
  }

  /**
   * Reads an envelope.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  public static Envelope decode(Bytes bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes.array());
    if (in.remaining() < FIXED || in.get() != MAGIC || in.get() != VERSION) {
      throw new IllegalArgumentException("not a document of this program");
    }
    boolean compressed = in.get() == 1;
    int count = in.get();
    int epoch = in.getInt();
    UUID id = uuid(in);
    if (count < 0 || in.remaining() < 16 * count) {
      throw new IllegalArgumentException("cut off");
    }
    List<UUID> predecessors = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      predecessors.add(uuid(in));
    }
    byte[] payload = new byte[in.remaining()];
    in.get(payload);
    return new Envelope(id, predecessors, compressed, epoch, Bytes.of(payload));
  }

  private static UUID uuid(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }
}
