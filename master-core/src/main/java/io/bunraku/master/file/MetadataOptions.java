// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import java.util.List;

/**
 * How an agent wants metadata.
 *
 * @param followLinks whether links are what they lead to
 * @param checksum the type for files; directories always have their ctime
 * @param keepPermissions whether owner, group and mode are the file's own
 * @param recurse whether to go down
 * @param recurseLimit how deep, or {@link Integer#MAX_VALUE}
 * @param maxFiles positive for a limit, 0 for a warning above 1000, negative for neither
 * @param ignore globs of names that are left out
 */
public record MetadataOptions(
    boolean followLinks,
    ChecksumType checksum,
    boolean keepPermissions,
    boolean recurse,
    int recurseLimit,
    int maxFiles,
    List<String> ignore) {

  public MetadataOptions {
    ignore = List.copyOf(ignore);
  }

  /** What Puppet does when an agent says nothing. */
  public static MetadataOptions defaults() {
    return new MetadataOptions(
        false, ChecksumType.SHA256, false, false, Integer.MAX_VALUE, 0, List.of());
  }

  /** The same without going down. */
  MetadataOptions flat() {
    return new MetadataOptions(
        followLinks, checksum, keepPermissions, false, recurseLimit, maxFiles, ignore);
  }
}
