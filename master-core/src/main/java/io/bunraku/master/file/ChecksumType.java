// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puppet's ways to tell whether a file has changed. */
public enum ChecksumType {
  MD5("MD5", false),
  MD5LITE("MD5", true),
  SHA256("SHA-256", false),
  SHA256LITE("SHA-256", true),
  SHA1("SHA-1", false),
  SHA1LITE("SHA-1", true),
  SHA224("SHA-224", false),
  SHA384("SHA-384", false),
  SHA512("SHA-512", false),
  MTIME(null, false),
  CTIME(null, false),
  NONE(null, false),
  ETAG(null, false);

  private final @Nullable String algorithm;
  private final boolean lite;

  ChecksumType(@Nullable String algorithm, boolean lite) {
    this.algorithm = algorithm;
    this.lite = lite;
  }

  /** The type of a name on the wire. */
  public static Optional<ChecksumType> named(String name) {
    for (ChecksumType type : values()) {
      if (type.wireName().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The name on the wire: {@code sha256lite}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The JDK's digest, or null for what is no digest. */
  @Nullable String algorithm() {
    return algorithm;
  }

  /** Whether only the first 512 bytes count. */
  boolean lite() {
    return lite;
  }
}
