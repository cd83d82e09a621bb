// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.api.cap.BasicVClock;
import com.basho.riak.client.api.cap.VClock;
import com.basho.riak.client.core.query.RiakObject;
import com.basho.riak.client.core.util.BinaryValue;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Documents as Riak's objects: the token is the vector clock, siblings are the values. */
final class Contents {
  /** One pair for all attributes: Riak does not promise to keep an empty one, or its case. */
  private static final BinaryValue ATTRIBUTES = BinaryValue.createFromUtf8("bunraku");

  /** Marks an empty value: the client sends none, so a byte stands for it. */
  private static final BinaryValue EMPTY = BinaryValue.createFromUtf8("bunraku-empty");

  private Contents() {}

  /** The values with their clock. Tombstones of deletions that are not yet reaped are no values. */
  static Stored stored(List<RiakObject> siblings) {
    if (siblings.isEmpty()) {
      return Stored.ABSENT;
    }
    return new Stored(living(siblings).map(Contents::value).toList(), token(siblings));
  }

  /**
   * What names a write, given the siblings right after it. If others stand beside it, their clock
   * would cover what this writer has not seen, and its next write would wipe it out: so then the
   * token is the one that the write was made with, and a next write becomes a sibling.
   */
  static Token written(List<RiakObject> after, Token seen) {
    return !after.isEmpty() && living(after).count() <= 1 ? token(after) : seen;
  }

  private static Stream<RiakObject> living(List<RiakObject> siblings) {
    return siblings.stream().filter(s -> !s.isDeleted());
  }

  static Token token(List<RiakObject> siblings) {
    VClock clock = siblings.get(0).getVClock();
    return new Token(Base64.getEncoder().encodeToString(clock.getBytes()));
  }

  /**
   * The vector clock of a token that is not absent.
   *
   * @throws StoreException if the token is not one of this backend's
   */
  static VClock clock(Token token) {
    try {
      return new BasicVClock(Base64.getDecoder().decode(token.value()));
    } catch (IllegalArgumentException e) {
      throw new StoreException("store riak: a token of another store", e);
    }
  }

  static RiakObject object(Value value, Token seen) {
    byte[] bytes = value.bytes().array();
    RiakObject object =
        new RiakObject()
            .setValue(BinaryValue.unsafeCreate(bytes.length == 0 ? new byte[] {0} : bytes));
    if (bytes.length == 0) {
      object.getUserMeta().put(EMPTY, BinaryValue.createFromUtf8("1"));
    }
    if (!seen.isAbsent()) {
      object.setVClock(clock(seen));
    }
    if (!value.attributes().isEmpty()) {
      object.getUserMeta().put(ATTRIBUTES, BinaryValue.createFromUtf8(text(value.attributes())));
    }
    return object;
  }

  private static Value value(RiakObject object) {
    BinaryValue bytes = object.getValue(); // null in heads
    boolean empty = bytes == null || meta(object, EMPTY) != null;
    return new Value(Bytes.of(empty ? new byte[0] : bytes.unsafeGetValue()), attributes(object));
  }

  private static @Nullable BinaryValue meta(RiakObject object, BinaryValue name) {
    return object.hasUserMeta() ? object.getUserMeta().get(name) : null;
  }

  /** Names and values by turns, each ended by a line feed, which attributes never contain. */
  private static String text(Map<String, String> attributes) {
    StringBuilder text = new StringBuilder();
    attributes.forEach((n, v) -> text.append(n).append('\n').append(v).append('\n'));
    return text.toString();
  }

  private static Map<String, String> attributes(RiakObject object) {
    BinaryValue text = meta(object, ATTRIBUTES);
    Map<String, String> attributes = new TreeMap<>();
    if (text != null) {
      String[] parts = text.toString(StandardCharsets.UTF_8).split("\n", -1);
      for (int i = 0; i + 1 < parts.length; i += 2) {
        attributes.put(parts[i], parts[i + 1]);
      }
    }
    return attributes;
  }
}
