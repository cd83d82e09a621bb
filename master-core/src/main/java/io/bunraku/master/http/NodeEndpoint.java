// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.compiler.value.Undef;
import io.bunraku.master.catalog.CatalogException;
import io.bunraku.master.catalog.CatalogService;
import io.bunraku.master.node.NodeClassification;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code GET /puppet/v3/node/NAME}: where an agent that has no memory of it belongs. */
final class NodeEndpoint implements Endpoint {

  private final CatalogService service;
  private final Wire wire;

  NodeEndpoint(CatalogService service, Wire wire) {
    this.service = service;
    this.wire = wire;
  }

  @Override
  public Answer answer(Call call, String certname) throws HttpError, IOException {
    Format format = Accept.choose(call.header("Accept"), Format.DATA);
    NodeClassification found;
    try {
      found = service.classify(certname);
      if (found.environment() != null) {
        service.pin(found.environment(), false);
      }
    } catch (CatalogException e) {
      throw CatalogErrors.of(e);
    }
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", certname);
    node.put(
        "environment",
        found.environment() == null ? call.params().get("environment", "") : found.environment());
    if (!found.classes().isEmpty()) {
      boolean plain = found.classes().values().stream().allMatch(p -> p == null);
      node.put("classes", plain ? List.copyOf(found.classes().keySet()) : found.classes());
    }
    if (!found.parameters().isEmpty()) {
      node.put("parameters", data(found.parameters()));
    }
    return wire.answer(format, node);
  }

  private static @Nullable Object data(Object value) {
    return switch (value) {
      case Undef undef -> null;
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((k, v) -> copy.put(String.valueOf(k), data(v)));
        yield copy;
      }
      case List<?> list -> list.stream().map(NodeEndpoint::data).toList();
      default -> value;
    };
  }
}
