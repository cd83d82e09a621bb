// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A place that a hierarchy level stands for on one node.
 *
 * @param shown how messages show it
 * @param original as the configuration has it
 * @param optionKey {@code path} or {@code uri}, under which the function gets it
 * @param value what the function gets
 * @param file the file, or null for a URI
 * @param exists whether there is anything
 */
record ResolvedLocation(
    String shown,
    String original,
    String optionKey,
    String value,
    @Nullable Path file,
    boolean exists) {

  static ResolvedLocation ofFile(Path file, String original, HieraData data) {
    return new ResolvedLocation(
        data.environment().logicalPath(file),
        original,
        "path",
        file.toString(),
        file,
        data.files().exists(file));
  }

  static ResolvedLocation ofUri(String uri, String original) {
    return new ResolvedLocation(uri, original, "uri", uri, null, true);
  }

  /** What the location has, or null; a step of the lookup that an explanation shows. */
  @Nullable Object explained(Invocation invocation, Supplier<@Nullable Object> read) {
    Explanation.Kind kind = file == null ? Explanation.Kind.URI : Explanation.Kind.PATH;
    return invocation.explained(
        kind,
        shown,
        original,
        () -> {
          Explainer explainer = invocation.explainer();
          if (!exists && explainer != null) {
            explainer.locationNotFound();
          }
          return exists ? read.get() : null;
        });
  }

  @Override
  public String toString() {
    return shown;
  }
}
