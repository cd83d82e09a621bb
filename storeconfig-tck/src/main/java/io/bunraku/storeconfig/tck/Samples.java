// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import io.bunraku.storeconfig.CompiledRun;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.Resource;
import io.bunraku.storeconfig.model.Stamp;
import io.bunraku.storeconfig.query.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** What the contracts store. */
final class Samples {
  static final EnvironmentName PRODUCTION = new EnvironmentName("production");
  static final EnvironmentName DEV = new EnvironmentName("dev");

  private Samples() {}

  static Certname node(String name) {
    return new Certname(name);
  }

  static Stamp stamp(long assignment, long generation, long produced) {
    return new Stamp(assignment, generation, produced, "master", new UUID(0, produced));
  }

  static ExportedResource export(String node, String type, String title, Object... parameters) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      map.put((String) parameters[i], parameters[i + 1]);
    }
    List<String> tags = List.of(type.toLowerCase(Locale.ROOT), title);
    Resource resource = new Resource(type, title, tags, "/site.pp", 7, true, map);
    return new ExportedResource(node, "production", resource, Set.of());
  }

  static List<ExportedResource> exports(String node, Random random) {
    List<ExportedResource> all = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      String type = random.nextBoolean() ? "File" : "Host";
      Object ports = List.of((long) random.nextInt(3), "p" + random.nextInt(3));
      all.add(export(node, type, node + "-" + i, "mode", "m" + random.nextInt(3), "ports", ports));
    }
    return all;
  }

  static Filter filter(Random random, int depth) {
    int kind = random.nextInt(depth == 0 ? 3 : 5);
    return switch (kind) {
      case 0 -> new Filter.Eq("mode", "m" + random.nextInt(3));
      case 1 -> new Filter.NotEq("mode", "m" + random.nextInt(3));
      case 2 -> new Filter.Eq("ports", "p" + random.nextInt(3));
      case 3 -> new Filter.And(List.of(filter(random, depth - 1), filter(random, depth - 1)));
      default -> new Filter.Or(List.of(filter(random, depth - 1), filter(random, depth - 1)));
    };
  }

  static Facts facts(String node, long produced, Map<String, Object> values) {
    return new Facts(node(node), PRODUCTION, values, produced, "master");
  }

  static CompiledRun run(
      String node,
      EnvironmentName environment,
      long generation,
      String content,
      ExportedResource... exports) {
    String uuid = UUID.randomUUID().toString();
    String json =
        "{\"catalog_uuid\":\""
            + uuid
            + "\",\"version\":"
            + generation
            + ",\"content\":\""
            + content
            + "\"}";
    return new CompiledRun(
        node(node),
        environment,
        generation,
        Long.toString(generation),
        "code" + generation,
        uuid,
        Bytes.utf8(json),
        List.of(exports),
        null);
  }
}
