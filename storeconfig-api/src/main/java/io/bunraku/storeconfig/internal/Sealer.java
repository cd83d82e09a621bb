// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts content into envelopes: compressed, then, where there is a keyring, encrypted. */
public final class Sealer {
  private final @Nullable Encryption encryption;

  /**
   * @param keyring keys for secrets, or null to encrypt nothing
   */
  public Sealer(@Nullable Keyring keyring) {
    this.encryption = keyring == null ? null : new Encryption(keyring);
  }

  /** Seals content for a key. */
  public Envelope seal(Key key, UUID id, List<UUID> predecessors, Bytes content, boolean secret) {
    Bytes payload = content;
    boolean compressed = false;
    if (content.size() >= Compression.WORTH_IT) {
      Bytes deflated = Compression.deflate(content);
      compressed = deflated.size() < content.size();
      payload = compressed ? deflated : content;
    }
    if (encryption == null || !secret) {
      return new Envelope(id, predecessors, compressed, 0, payload);
    }
    Bytes sealed = encryption.encrypt(payload, bound(key, id));
    return new Envelope(id, predecessors, compressed, encryption.epoch(), sealed);
  }

  /**
   * Opens what was sealed for a key.
   *
   * @throws StoreException if the content is damaged or its key is missing
   */
  public Bytes open(Key key, Envelope envelope) {
    Bytes payload = envelope.payload();
    if (envelope.epoch() != 0) {
      if (encryption == null) {
        throw new StoreException(key + " is encrypted, and no keyring is configured");
      }
      payload = encryption.decrypt(envelope.epoch(), payload, bound(key, envelope.id()));
    }
    return envelope.compressed() ? Compression.inflate(payload) : payload;
  }

  private static byte[] bound(Key key, UUID id) {
    byte[] path = key.path().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(16 + path.length)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .put(path)
        .array();
  }
}
