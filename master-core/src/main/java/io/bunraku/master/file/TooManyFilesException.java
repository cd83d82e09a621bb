// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import java.nio.file.Path;

/** A directory holds more than the resource's {@code max_files}. The words are Puppet's. */
public final class TooManyFilesException extends Exception {
  TooManyFilesException(Path path, int entries, int limit) {
    super(
        "The directory '%s' contains %d entries, which exceeds the limit of %d specified by the max_files parameter for this resource. The limit may be increased, but be aware that large number of file resources can result in excessive resource consumption and degraded performance. Consider using an alternate method to manage large directory trees"
            .formatted(path, entries, limit));
  }
}
