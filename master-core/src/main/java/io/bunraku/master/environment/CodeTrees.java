// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.bunraku.storeconfig.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** The directories that code consists of, each looked at once for all environments. */
final class CodeTrees {

  private final LoadingCache<Path, CodeTree> trees =
      Caffeine.newBuilder().maximumSize(500).build(CodeTree::new);

  /**
   * The hash of several directories (or files) in order; one that is absent counts as empty.
   *
   * @param since {@code System.nanoTime()}: an older look does not do
   */
  String hash(List<Path> roots, long since) {
    MessageDigest digest = Bytes.newSha256();
    for (Path root : roots) {
      digest.update(trees.get(root).hash(since).getBytes(StandardCharsets.US_ASCII));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
