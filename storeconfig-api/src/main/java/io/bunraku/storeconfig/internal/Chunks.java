// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets of chunks: {@code chunk/SET/NUMBER}, each with its owner's key and its time. */
final class Chunks {
  static final KeyPrefix PREFIX = new KeyPrefix("chunk/");

  /** On a head: {@code SET:COUNT:SIZE}. */
  private static final String HEAD = "chunks";

  static final String OWNER = "owner";
  static final String WRITTEN = "written";
  private static final Bytes NOTHING = Bytes.of(new byte[0]);
  private final StoreBackend backend;
  private final Clock clock;

  Chunks(StoreBackend backend, Clock clock) {
    this.backend = backend;
    this.clock = clock;
  }

  static boolean isHead(Value value) {
    return value.attributes().containsKey(HEAD);
  }

  /** The set that a head refers to, or null for a whole value. */
  static @Nullable String set(Value value) {
    String head = value.attributes().get(HEAD);
    return head == null ? null : head.substring(0, head.indexOf(':'));
  }

  /** A view: some backends fetch the attributes of a head only when somebody looks at them. */
  static Map<String, String> without(Map<String, String> attributes) {
    return new AbstractMap<>() {
      @Override
      public Set<Map.Entry<String, String>> entrySet() {
        if (!attributes.containsKey(HEAD)) {
          return attributes.entrySet();
        }
        Map<String, String> rest = new TreeMap<>(attributes);
        rest.remove(HEAD);
        return rest.entrySet();
      }
    };
  }

  static Key key(String set, int number) {
    return Key.of("chunk", set, Integer.toString(number));
  }

  /** Writes the chunks of a value and answers with its head. */
  Value cut(Key owner, Value value, int largest) {
    String set = UUID.randomUUID().toString();
    byte[] all = value.bytes().array();
    Map<String, String> attributes =
        Map.of(OWNER, encode(owner), WRITTEN, Long.toString(clock.millis()));
    int count = 0;
    for (int from = 0; from < all.length; from += largest) {
      byte[] part = Arrays.copyOfRange(all, from, Math.min(all.length, from + largest));
      write(key(set, count++), new Value(Bytes.of(part), attributes));
    }
    Map<String, String> head = new TreeMap<>(value.attributes());
    head.put(HEAD, set + ':' + count + ':' + all.length);
    return new Value(NOTHING, head);
  }

  /** A chunk has one writer and one content, so an unknown outcome is settled by its presence. */
  private void write(Key key, Value chunk) {
    WriteOutcome outcome = backend.write(key, chunk, Token.ABSENT);
    for (int i = 0; outcome instanceof WriteOutcome.Unknown && i < 10; i++) {
      if (!backend.read(key).isAbsent()) {
        return;
      }
      outcome = backend.write(key, chunk, Token.ABSENT);
    }
    if (outcome instanceof WriteOutcome.Unknown unknown) {
      throw new StoreUnavailableException("A chunk could not be written: " + unknown.reason());
    }
  }

  /** The whole value of a head, or null when a chunk is missing. */
  @Nullable Value join(Value head) {
    String reference = head.attributes().get(HEAD);
    if (reference == null) {
      return head;
    }
    String[] parts = reference.split(":", 3);
    byte[] all = new byte[Integer.parseInt(parts[2])];
    int at = 0;
    for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
      Stored chunk = backend.read(key(parts[0], i));
      if (chunk.isAbsent()) {
        return null;
      }
      byte[] part = chunk.values().get(0).bytes().array();
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return new Value(Bytes.of(all), without(head.attributes()));
  }

  /** Attributes are ASCII, keys are not. */
  private static String encode(Key owner) {
    byte[] path = owner.path().getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(path);
  }

  static Key decodeOwner(String encoded) {
    return new Key(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
  }
}
