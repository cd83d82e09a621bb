// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.query;

import org.jspecify.annotations.Nullable;

/**
 * What a collector of exported resources asks for.
 *
 * @param type capitalised resource type: {@code Apache::Vhost}
 * @param filter what the resources must fulfil
 * @param askingNode the node whose own exports are left out
 * @param environment only exports of this environment, or null for all
 */
public record ResourceQuery(
    String type, Filter filter, String askingNode, @Nullable String environment) {

  /** The same query for exports of one environment. */
  public ResourceQuery in(String only) {
    return new ResourceQuery(type, filter, askingNode, only);
  }
}
