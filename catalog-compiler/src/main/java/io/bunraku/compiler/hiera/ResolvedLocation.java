// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A place that a hierarchy level stands for on one node.
 *
 * @param shown how messages show it
 * @param optionKey {@code path} or {@code uri}, under which the function gets it
 * @param value what the function gets
 * @param file the file, or null for a URI
 * @param exists whether there is anything
 */
record ResolvedLocation(
    String shown, String optionKey, String value, @Nullable Path file, boolean exists) {

  static ResolvedLocation ofFile(Path file, HieraData data) {
    return new ResolvedLocation(
        data.environment().logicalPath(file),
        "path",
        file.toString(),
        file,
        data.files().exists(file));
  }

  static ResolvedLocation ofUri(String uri) {
    return new ResolvedLocation(uri, "uri", uri, null, true);
  }

  @Override
  public String toString() {
    return shown;
  }
}
