// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.scale;

import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Resource;
import io.bunraku.storeconfig.model.Stamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Nodes that export.
 *
 * @param nodes how many
 * @param threads how many write at a time
 */
record Fleet(int nodes, int threads) {
  private static final String[] TYPES = {
    "Nagios_service", "Nagios_host", "Sshkey", "Concat::Fragment", "Haproxy::Balancermember"
  };

  /** A name of 60 characters. */
  String name(int number) {
    String base =
        "node%06d.rack%03d.row%02d.datacenter".formatted(number, number % 200, number % 20);
    return base + "x".repeat(60 - base.length() - ".example.com".length()) + ".example.com";
  }

  static String title(String node, int type) {
    return TYPES[type].toLowerCase(java.util.Locale.ROOT) + " of " + node;
  }

  void export(StoreConfigs store) {
    each(number -> put(store, number, "rack" + number % 200));
  }

  /** Lets a node export something that a query can find. */
  void move(StoreConfigs store, int number, String group) {
    put(store, number, group);
  }

  void purge(StoreConfigs store) {
    each(number -> store.nodes().purge(new Certname(name(number))));
  }

  /** One node after the other, some at a time; the first failure ends it. */
  private void each(IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> workers = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        workers.add(
            pool.submit(() -> {
              for (int i = next.getAndIncrement(); i < nodes; i = next.getAndIncrement()) {
                work.accept(i);
              }
            }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void put(StoreConfigs store, int number, String group) {
    Certname node = new Certname(name(number));
    List<ExportedResource> exports = new ArrayList<>();
    for (int type = 0; type < TYPES.length; type++) {
      exports.add(exported(node.value(), number, type, group));
    }
    Stamp stamp = new Stamp(1, 1, System.currentTimeMillis(), "bench", UUID.randomUUID());
    store.exports().replace(node, stamp, exports);
  }

  private static ExportedResource exported(String node, int number, int type, String group) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("ensure", "present");
    parameters.put("host_name", node);
    parameters.put(
        "address", "10.%d.%d.%d".formatted(number >> 16, number >> 8 & 255, number & 255));
    parameters.put("host_group", group);
    parameters.put("not_rack1", number % 200 == 1 ? "no" : "yes");
    parameters.put("check_interval", 5L);
    List<String> tags =
        List.of(
            TYPES[type].toLowerCase(java.util.Locale.ROOT),
            "class",
            "profile::monitoring::client",
            "profile",
            "monitoring",
            "client",
            "role::web",
            "role",
            "web",
            number % 2 == 0 ? "half" : "other",
            "rack" + number % 200,
            "node");
    Resource resource =
        new Resource(
            TYPES[type],
            title(node, type),
            tags,
            "/etc/puppetlabs/code/environments/production/modules/profile/manifests/monitoring.pp",
            12 + type,
            true,
            parameters);
    return new ExportedResource(node, "production", resource, Set.of());
  }
}
