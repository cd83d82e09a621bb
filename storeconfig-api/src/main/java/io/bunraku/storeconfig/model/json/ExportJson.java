// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model.json;

import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names of the components of exported resources. The node is not repeated for each of them. */
final class ExportJson {

  private ExportJson() {}

  static Map<String, ?> object(ExportSet set) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("node", set.node().value());
    map.put("stamp", NodeJson.stamp(set.stamp()));
    map.put("resources", content(set));
    return map;
  }

  static List<?> content(ExportSet set) {
    return set.resources().stream().map(ExportJson::resource).toList();
  }

  private static Map<String, ?> resource(ExportedResource exported) {
    Resource resource = exported.resource();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("type", resource.type());
    map.put("title", resource.title());
    map.put("environment", exported.environment());
    map.put("tags", resource.tags());
    map.put("file", resource.file());
    map.put("line", resource.line());
    map.put("exported", resource.exported());
    map.put("parameters", resource.parameters());
    map.put("sensitive", new TreeSet<>(exported.sensitiveParameters()));
    return map;
  }

  static ExportSet exportSet(Fields f) {
    String node = f.text("node");
    return new ExportSet(
        NodeJson.node(f),
        NodeJson.stamp(Fields.of(f.map("stamp"))),
        f.objects("resources").stream().map(r -> exported(node, r)).toList());
  }

  private static ExportedResource exported(String node, Fields f) {
    Resource resource =
        new Resource(
            f.text("type"),
            f.text("title"),
            f.texts("tags"),
            f.textOrNull("file"),
            f.integer("line"),
            f.flag("exported"),
            f.map("parameters"));
    return new ExportedResource(
        node, f.text("environment"), resource, Set.copyOf(f.texts("sensitive")));
  }
}
