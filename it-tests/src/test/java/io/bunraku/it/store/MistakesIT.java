// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bunraku.it.agent.Command;
import io.bunraku.it.agent.RunningMaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryNTimes;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the operator of a real master reads when something about its store is wrong: one line, no
 * stack trace, and the server is not stormed. A wrong secret key of S3 cannot be shown here: the
 * imitation checks no signatures.
 */
class MistakesIT {
  private static final Duration WATCHED = Duration.ofSeconds(10);

  /** A stack trace stands in its event's line. */
  private static final String STACK = " | at ";

  @TempDir Path directory;

  private void prepare() throws IOException {
    Path manifests =
        Files.createDirectories(directory.resolve("code/environments/production/manifests"));
    Files.writeString(manifests.resolve("site.pp"), "notify { \"${facts['run']}\": }\n");
    Path keys = Files.createDirectories(directory.resolve("var")).resolve("store.keys");
    if (!Files.exists(keys)) { // a master that has been here before: a new one asks its store first
      Files.writeString(keys, "1 " + Base64.getEncoder().encodeToString(new byte[32]) + "\n");
    }
  }

  private RunningMaster launch(String mode, Map<String, String> store) throws IOException {
    prepare();
    List<String> lines =
        new ArrayList<>(
            List.of("trusted-proxies: [127.0.0.1/32]", "store:", "  unavailable: " + mode));
    store.forEach((name, value) -> lines.add("  %s: \"%s\"".formatted(name, value)));
    return RunningMaster.launch(directory, lines.toArray(String[]::new));
  }

  private static List<String> complaints(String log) {
    return log.lines()
        .filter(l -> !l.contains(" INFO ") && !l.isBlank() && !l.startsWith("Bunraku is ready"))
        .toList();
  }

  private static void isOneLine(RunningMaster master, String... says) {
    assertThat(complaints(master.log())).as(master.log()).hasSize(1);
    assertThat(master.log()).contains(says).doesNotContain(STACK, "hunter2");
  }

  /** It does not start; and where it may wait for its store, it asks seldom and says so once. */
  private void verify(String address, Map<String, String> store, String place, String... says)
      throws IOException {
    try (RunningMaster refused = launch("refuse", store)) {
      assertThat(refused.awaitEnd()).as(refused.log()).isEqualTo(1);
      isOneLine(refused, says);
      System.out.println(complaints(refused.log()).get(0));
    }
    try (CountingProxy proxy = new CountingProxy(address)) {
      Map<String, String> watched = new TreeMap<>(store);
      watched.computeIfPresent(place, (name, given) -> given.replace(address, proxy.address()));
      try (RunningMaster waiting = launch("serve", watched)) {
        await()
            .atMost(Duration.ofMinutes(4))
            .until(() -> waiting.log().contains("Waiting for the store"));
        int before = proxy.connections() + proxy.messages();
        await().pollDelay(WATCHED).atMost(WATCHED.multipliedBy(2)).until(() -> true);
        int tried = proxy.connections() + proxy.messages() - before;
        System.out.printf(
            "%s: %d connections and messages in %d s%n",
            store.get("backend"), tried, WATCHED.toSeconds());
        assertThat(tried).as("no storm").isLessThan(20 * (int) WATCHED.toSeconds());
        isOneLine(waiting, says);
      }
    }
  }

  private static Map<String, String> with(
      String backend, Map<String, String> settings, String... changes) {
    Map<String, String> all = new TreeMap<>(settings);
    all.put("backend", backend);
    for (int i = 0; i < changes.length; i += 2) {
      all.put(changes[i], changes[i + 1]);
    }
    return all;
  }

  @Test
  void aWrongPasswordOfCassandra() throws IOException {
    CassandraServer server = CassandraServer.shared();
    verify(
        server.contactPoint(),
        with("cassandra", server.with("password", "hunter2")),
        "contact-points",
        "wrong username or password");
  }

  @Test
  void aWrongKeyspaceOfCassandra() throws IOException {
    CassandraServer server = CassandraServer.shared();
    verify(
        server.contactPoint(),
        with("cassandra", server.with("keyspace", "no_such_thing")),
        "contact-points",
        "no_such_thing",
        "schema.cql");
  }

  @Test
  void aWrongPasswordOfZooKeeper() throws Exception {
    Path home = Files.createDirectories(directory.resolve("zk"));
    try (ZooKeeperServer server = ZooKeeperServer.start(home)) {
      try (CuratorFramework admin =
          CuratorFrameworkFactory.builder()
              .connectString(server.plain())
              .retryPolicy(new RetryNTimes(20, 500))
              .authorization("digest", "admin:admin".getBytes(StandardCharsets.UTF_8))
              .build()) {
        admin.start();
        admin
            .create()
            .withACL(List.of(new ACL(Perms.ALL, Ids.AUTH_IDS)))
            .forPath("/guarded", new byte[0]);
      }
      verify(
          server.plain(),
          with(
              "zookeeper",
              Map.of("servers", server.plain(), "path", "/guarded"),
              "user",
              "bunraku",
              "password",
              "hunter2"),
          "servers",
          "no right to use /guarded as user 'bunraku'");
    }
  }

  @Test
  void aWrongBucketOfS3() throws IOException {
    try (S3Engine engine = S3Engine.imitation(directory.resolve("s3"))) {
      Map<String, String> settings = engine.settings("bucket", "nobodys-bucket");
      String address = String.valueOf(settings.get("endpoint")).replace("http://", "");
      verify(address, with("s3", settings), "endpoint", "there is no such bucket");
    }
  }

  @Test
  void aWrongPasswordAndAWrongDatabaseOfCouchDb() throws IOException {
    try (CouchDbServer server = CouchDbServer.startOrSkip(directory.resolve("couch"))) {
      String address = server.url().getAuthority();
      verify(
          address,
          with("couchdb", server.map("username", "nobody", "password", "hunter2")),
          "url",
          "wrong name or password (nobody)");
      verify(
          address,
          with("couchdb", server.map("create-database", "false")),
          "url",
          "does not exist: make it");
    }
  }

  @Test
  void aWrongBucketTypeOfRiak() throws IOException {
    try (RiakEngine engine = RiakEngine.startDouble(directory.resolve("riak"))) {
      Map<String, String> settings = engine.settings("nowhere", "b");
      verify(
          String.valueOf(settings.get("nodes")),
          with("riak", settings),
          "nodes",
          "'nowhere' does not exist or is not active");
    }
  }

  /** The store's disk is full and so is the spool's, beneath a master that works. */
  @Test
  void aFullDiskBeneathAMaster() throws Exception {
    Path disk = Files.createDirectories(directory.resolve("var"));
    Command mounted =
        Command.run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString());
    String why = "no right to mount a small disk: " + mounted.output();
    if (mounted.exit() != 0) {
      System.out.println(why);
    }
    assumeTrue(mounted.exit() == 0, why);
    try (RunningMaster master =
            launch("refuse", with("local", Map.of("path", disk.resolve("s.db").toString())));
        Fleet fleet = new Fleet(master.plainPort(), 10)) {
      master.awaitReady();
      fleet.learnCode();
      fill(disk.resolve("filler"));
      Fleet.Tally tally = fleet.load(Duration.ofSeconds(15), new Runs());
      System.out.println("full disk: " + tally + "\n" + fleet.details());
      complaints(master.log()).forEach(System.out::println);
      assertThat(tally.served()).hasValue(0);
      assertThat(complaints(master.log())).as(master.log()).hasSizeLessThan(6);
      assertThat(master.log()).contains("full").doesNotContain(STACK);
      Files.delete(disk.resolve("filler"));
      await().atMost(Duration.ofSeconds(60)).until(fleet::isServed);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> master.log().contains("The store is back after"));
    } finally {
      Command.run("umount", disk.toString());
    }
  }

  private static void fill(Path file) {
    byte[] some = new byte[512];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(some);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space");
    }
  }
}
