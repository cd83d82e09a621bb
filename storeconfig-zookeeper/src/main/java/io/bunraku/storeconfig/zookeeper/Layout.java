// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which znode holds which document: {@code ROOT/FAMILY/SHARD/NAME}. The family is the first segment
 * of the key and the name what follows it, both percent-encoded; the shard, of 32, keeps the
 * listing of one znode's children below the 1 MiB that fit in an answer (some 500,000 names of 60
 * characters a family).
 */
record Layout(String root) {
  private static final int SHARDS = 32;

  /** The name of a document whose key is its family only; no name is encoded to this. */
  private static final String FAMILY_ITSELF = "%";

  String znode(Key key) {
    String path = key.path();
    int slash = path.indexOf('/');
    String name = slash < 0 ? FAMILY_ITSELF : encode(path.substring(slash + 1));
    String family = slash < 0 ? path : path.substring(0, slash);
    return family(family) + "/" + shard(name.hashCode()) + "/" + name;
  }

  private static String shard(int hash) {
    return "%02x".formatted(Math.floorMod(hash ^ (hash >>> 16), SHARDS));
  }

  private String family(String segment) {
    return root + "/" + encode(segment);
  }

  /** The znode of the family that a prefix is in, or null if it means all. */
  @Nullable String family(KeyPrefix prefix) {
    String path = prefix.path();
    return path.isEmpty() ? null : family(path.substring(0, path.indexOf('/')));
  }

  /** The znode of a family that a listing of the root shows. */
  String listed(String family) {
    return root + "/" + family;
  }

  static Stream<String> shards(String family) {
    return IntStream.range(0, SHARDS).mapToObj(i -> family + "/" + shard(i));
  }

  /** The key of a document's znode, or null for a znode above or below one. */
  @Nullable Key key(String znode) {
    if (!znode.startsWith(root + "/")) {
      return null;
    }
    String[] parts = znode.substring(root.length() + 1).split("/", -1);
    if (parts.length != 3) {
      return null;
    }
    try {
      String family = decode(parts[0]);
      return new Key(parts[2].equals(FAMILY_ITSELF) ? family : family + "/" + decode(parts[2]));
    } catch (IllegalArgumentException e) {
      return null; // somebody else's znode
    }
  }

  private static String encode(String text) {
    StringBuilder out = new StringBuilder();
    boolean dots = text.equals(".") || text.equals("..");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isPlain(c) && !(dots && c == '.')) {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-'
        || c == '_';
  }

  /** A plus is never in a name, so the decoder of forms serves. */
  private static String decode(String name) {
    return URLDecoder.decode(name, StandardCharsets.UTF_8);
  }
}
