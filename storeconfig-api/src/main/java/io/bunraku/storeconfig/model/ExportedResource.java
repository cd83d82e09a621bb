// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import java.util.Set;

/**
 * A resource that a node has exported.
 *
 * @param node the exporter's name
 * @param environment the exporter's environment
 * @param resource what it exports
 * @param sensitiveParameters names of parameters whose values are secrets
 */
public record ExportedResource(
    String node, String environment, Resource resource, Set<String> sensitiveParameters) {

  public ExportedResource {
    sensitiveParameters = Set.copyOf(sensitiveParameters);
  }
}
