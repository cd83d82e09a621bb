// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent learns of a file before it fetches it.
 *
 * @param path on this server, absolute
 * @param relativePath below the path, {@code .} for the path itself, null for a single file
 * @param links {@code manage} or {@code follow}
 * @param owner user id
 * @param group group id
 * @param mode permission bits
 * @param checksumType name of the type
 * @param checksum with its type in front, or null for a link that leads nowhere
 * @param type {@code file directory link}
 * @param destination where a link leads, or null
 */
public record FileMetadata(
    String path,
    @Nullable String relativePath,
    String links,
    long owner,
    long group,
    int mode,
    String checksumType,
    @Nullable String checksum,
    String type,
    @Nullable String destination) {

  /** The object of the wire, keys in Puppet's order. */
  public Map<String, @Nullable Object> toMap() {
    Map<String, @Nullable Object> sum = new LinkedHashMap<>();
    sum.put("type", checksumType);
    sum.put("value", checksum);
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("path", path);
    map.put("relative_path", relativePath);
    map.put("links", links);
    map.put("owner", owner);
    map.put("group", group);
    map.put("mode", mode);
    map.put("checksum", sum);
    map.put("type", type);
    map.put("destination", destination);
    return map;
  }
}
