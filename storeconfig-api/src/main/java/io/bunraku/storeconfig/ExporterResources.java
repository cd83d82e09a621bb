// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.ExportedResource;
import java.util.List;

/** What one node exports of one type; replaced as a whole, so a query sees it change at once. */
final class ExporterResources implements Comparable<ExporterResources> {
  private final String node;
  private volatile List<ExportedResource> resources = List.of();

  ExporterResources(String node) {
    this.node = node;
  }

  String node() {
    return node;
  }

  List<ExportedResource> resources() {
    return resources;
  }

  void replace(List<ExportedResource> now) {
    resources = now;
  }

  @Override
  public int compareTo(ExporterResources other) {
    return node.compareTo(other.node);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }
}
