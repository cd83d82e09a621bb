// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Resource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps one copy of what the exports of a fleet have in common: types, environments, files, lists
 * of tags and short values of parameters. One thread at a time.
 */
final class SharedTexts {
  /** Above it a text is hardly the same twice. */
  private static final int SHORT = 64;

  /** When so many are kept, they are mostly different: begin again rather than grow. */
  private static final int MOST = 50_000;

  private final Map<Object, Object> known = new HashMap<>();

  ExportSet shared(ExportSet set) {
    return new ExportSet(
        set.node(), set.stamp(), set.resources().stream().map(r -> shared(set, r)).toList());
  }

  private ExportedResource shared(ExportSet set, ExportedResource exported) {
    Resource resource = exported.resource();
    Map<String, Object> parameters = new LinkedHashMap<>();
    resource.parameters().forEach((name, value) -> parameters.put(one(name), value(value)));
    Resource shared =
        new Resource(
            one(resource.type()),
            resource.title(),
            one(resource.tags()),
            resource.file() == null ? null : one(resource.file()),
            resource.line(),
            resource.exported(),
            parameters);
    Set<String> sensitive = exported.sensitiveParameters();
    return new ExportedResource(
        set.node().value(), one(exported.environment()), shared, one(sensitive));
  }

  private Object value(Object value) {
    return value instanceof String text && text.length() <= SHORT ? one(text) : value;
  }

  @SuppressWarnings("unchecked") // what equals a T here is one
  private <T> T one(T value) {
    if (known.size() > MOST) {
      known.clear();
    }
    return (T) known.computeIfAbsent(value, v -> v);
  }
}
