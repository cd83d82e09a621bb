// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import io.bunraku.storeconfig.model.json.Codecs;
import java.util.Comparator;
import java.util.List;

/**
 * All that one node exports: one document, so that it changes at once. An empty set is the
 * tombstone that says that the node exports nothing any more.
 *
 * @param node the exporter
 * @param stamp orders the sets of a node
 * @param resources sorted by type, title and environment
 */
public record ExportSet(Certname node, Stamp stamp, List<ExportedResource> resources) {

  /** Sorts and freezes. */
  public ExportSet {
    resources =
        resources.stream()
            .sorted(
                Comparator.comparing((ExportedResource e) -> e.resource().type())
                    .thenComparing(e -> e.resource().title())
                    .thenComparing(ExportedResource::environment))
            .toList();
  }

  /** SHA-256 of what is exported, whatever the stamp. */
  public String digest() {
    return Codecs.digestOf(this);
  }
}
