// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an object holds: a byte for the version, the random id of the write, and the value. An ETag
 * is a digest of the content, so without the id a document that is made again with the same content
 * would have its old token. What is shorter than that is a tombstone, which a listing shows by its
 * size. The attributes are one header of user metadata.
 */
final class StoredObject {
  static final String ATTRIBUTES = "bunraku-attributes";
  private static final byte VERSION = 1;
  private static final int HEADER = 17;
  private static final int TOMBSTONE = 16;

  /** S3 takes 2 KB of user metadata, names included. */
  private static final int LONGEST_ATTRIBUTES = 2000;

  private StoredObject() {}

  static byte[] live(Value value) {
    return fresh(HEADER + value.bytes().size()).put(value.bytes().array()).array();
  }

  static byte[] tombstone() {
    return Arrays.copyOf(fresh(HEADER).array(), TOMBSTONE);
  }

  private static ByteBuffer fresh(int size) {
    UUID id = UUID.randomUUID();
    return ByteBuffer.allocate(size)
        .put(VERSION)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits());
  }

  static boolean isTombstone(long size) {
    return size == TOMBSTONE;
  }

  static Value value(String object, byte[] content, Map<String, String> metadata) {
    if (content.length < HEADER || content[0] != VERSION) {
      throw new StoreException("store s3: the object " + object + " is none of this program");
    }
    byte[] value = Arrays.copyOfRange(content, HEADER, content.length);
    return new Value(Bytes.of(value), attributes(metadata));
  }

  static Map<String, String> metadata(Value value) {
    if (value.attributes().isEmpty()) {
      return Map.of();
    }
    String encoded =
        value.attributes().entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    if (encoded.length() > LONGEST_ATTRIBUTES) {
      throw new StoreException(
          "store s3: attributes of more than " + LONGEST_ATTRIBUTES + " bytes");
    }
    return Map.of(ATTRIBUTES, encoded);
  }

  static Map<String, String> attributes(Map<String, String> metadata) {
    Map<String, String> attributes = new TreeMap<>();
    String encoded = metadata.getOrDefault(ATTRIBUTES, "");
    for (String pair : encoded.isEmpty() ? new String[0] : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      attributes.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }
    return attributes;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Some servers leave out the quotes in listings. */
  static Token token(String etag) {
    return new Token(etag.replace("\"", ""));
  }

  static String etag(Token token) {
    return '"' + token.value() + '"';
  }
}
