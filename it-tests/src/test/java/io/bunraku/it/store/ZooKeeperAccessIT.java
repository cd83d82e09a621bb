// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import io.bunraku.storeconfig.zookeeper.ZooKeeperBackendProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryNTimes;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.apache.zookeeper.server.auth.DigestAuthenticationProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credentials, TLS, changes, and what is said when they are wrong, on one real server. */
class ZooKeeperAccessIT {
  private static final Key KEY = new Key("facts/a");
  private static final Value VALUE = Value.of(Bytes.utf8("one"));
  @TempDir static @Nullable Path dir;
  private static @Nullable ZooKeeperServer server;

  @BeforeAll
  static void startServer() throws IOException {
    server = ZooKeeperServer.start(Objects.requireNonNull(dir));
  }

  @AfterAll
  static void stopServer() {
    server().close();
  }

  private static ZooKeeperServer server() {
    return Objects.requireNonNull(server);
  }

  private static StoreBackend open(String servers, String... more) {
    Map<String, String> all = new TreeMap<>(Map.of("servers", servers));
    all.put("connect-timeout-ms", "3000");
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return new ZooKeeperBackendProvider().open(new StoreSettings("zookeeper", all));
  }

  private static void verifyWorks(StoreBackend backend) {
    assertThat(backend.write(KEY, VALUE, Token.ABSENT)).isInstanceOf(WriteOutcome.Written.class);
    assertThat(backend.read(KEY).values()).containsExactly(VALUE);
  }

  /**
   * The commands of the README: the path belongs to an administrator, the master works below it.
   */
  @Test
  void aPathThatAnAdministratorMadeIsEnough() throws Exception {
    Id user = new Id("digest", DigestAuthenticationProvider.generateDigest("bunraku:right"));
    List<ACL> acl =
        List.of(
            new ACL(Perms.ALL, Ids.AUTH_IDS),
            new ACL(Perms.READ | Perms.CREATE | Perms.DELETE, user));
    try (CuratorFramework admin = admin()) {
      admin.create().withACL(acl).forPath("/guarded", new byte[0]);
    }
    try (StoreBackend backend = open(server().plain(), with("right"))) {
      verifyWorks(backend);
    }
    verifyRefused(open(server().plain(), with("wrong")), "as user 'bunraku'");
    verifyRefused(open(server().plain(), "path", "/guarded"), "no 'user' is set");
  }

  private static String[] with(String password) {
    return new String[] {"path", "/guarded", "user", "bunraku", "password", password};
  }

  private static CuratorFramework admin() {
    CuratorFramework admin =
        CuratorFrameworkFactory.builder()
            .connectString(server().plain())
            .retryPolicy(new RetryNTimes(20, 500))
            .authorization("digest", "admin:admin".getBytes(StandardCharsets.UTF_8))
            .build();
    admin.start();
    return admin;
  }

  private static void verifyRefused(StoreBackend opened, String reason) {
    try (StoreBackend backend = opened) {
      Health health = backend.check();
      assertThat(health.up()).isFalse();
      assertThat(health.detail())
          .startsWith("store zookeeper: no right to use /guarded")
          .contains(reason)
          .doesNotContain("\n")
          .doesNotContain("wrong:");
      assertThatThrownBy(() -> backend.read(KEY))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessageContaining(reason);
      assertThatThrownBy(() -> backend.write(new Key("new/a"), VALUE, Token.ABSENT))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessageContaining(reason);
    }
  }

  @Test
  void tlsWorksWhenTheCertificateIsTrusted() {
    String[] trusted = {
      "path",
      "/tls",
      "tls",
      "true",
      "tls-truststore",
      server().truststore().toString(),
      "tls-truststore-password",
      ZooKeeperServer.PASSWORD,
      "connect-timeout-ms",
      "30000"
    };
    try (StoreBackend backend = open(server().tls(), trusted)) {
      verifyWorks(backend);
    }
  }

  @Test
  void anUntrustedCertificateIsRefusedInOneLine() {
    try (StoreBackend backend = open(server().tls(), "tls", "true")) {
      verifyUnreachable(backend);
    }
  }

  @Test
  void aServerThatAsksForACertificateGetsIt() throws IOException {
    Path own = Files.createDirectories(Objects.requireNonNull(dir).resolve("mutual"));
    try (ZooKeeperServer guarded = ZooKeeperServer.start(own, "need")) {
      TestKeys.makeClient(own, "bunraku", "zk");
      String[] known = {
        "tls",
        "true",
        "tls-truststore",
        guarded.truststore().toString(),
        "tls-truststore-password",
        ZooKeeperServer.PASSWORD
      };
      try (StoreBackend backend = open(guarded.tls(), known)) {
        verifyUnreachable(backend);
        assertThat(backend.check().detail()).contains("tls-keystore");
      }
      List<String> shown = new ArrayList<>(List.of(known));
      shown.addAll(List.of("tls-keystore", TestKeys.clientStore(own).toString()));
      shown.addAll(List.of("tls-keystore-password", TestKeys.PASSWORD));
      shown.addAll(List.of("connect-timeout-ms", "30000"));
      try (StoreBackend backend = open(guarded.tls(), shown.toArray(String[]::new))) {
        verifyWorks(backend);
      }
    }
  }

  @Test
  void aClientInTheClearIsToldThatTheServerMaySpeakTls() {
    try (StoreBackend backend = open(server().tls())) {
      verifyUnreachable(backend);
    }
  }

  private static void verifyUnreachable(StoreBackend backend) {
    Health health = backend.check();
    assertThat(health.up()).isFalse();
    assertThat(health.detail())
        .startsWith("store zookeeper: no connection to 127.0.0.1:")
        .contains("TLS")
        .doesNotContain("\n");
    assertThat(health.latency()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void changesOfOthersAreTold() {
    Set<Key> changed = ConcurrentHashMap.newKeySet();
    AtomicInteger lost = new AtomicInteger();
    ChangeFeed.Changes changes =
        new ChangeFeed.Changes() {
          @Override
          public void changed(Key key) {
            changed.add(key);
          }

          @Override
          public void lost() {
            lost.incrementAndGet();
          }
        };
    try (StoreBackend one = open(server().plain(), "path", "/feed");
        StoreBackend other = open(server().plain(), "path", "/feed")) {
      ChangeFeed feed = one.ability(ChangeFeed.class).orElseThrow();
      ChangeFeed.Subscription subscription = feed.watch(new KeyPrefix("facts/"), changes);
      await().until(() -> lost.get() > 0); // it watches from now on
      other.write(new Key("exports/b"), VALUE, Token.ABSENT);
      Token token = written(other.write(KEY, VALUE, Token.ABSENT));
      await().until(() -> changed.contains(KEY));
      changed.clear();
      other.delete(KEY, token);
      await().until(() -> changed.contains(KEY));
      assertThat(changed).containsExactly(KEY);
      subscription.close();
      subscription.close();
      assertThat(one.check().up()).isTrue();
    }
  }

  private static Token written(WriteOutcome outcome) {
    return ((WriteOutcome.Written) outcome).token();
  }

  /** A request that ZooKeeper would answer by hanging up is not sent. */
  @Test
  void theLargestValueIsTakenAndALargerOneIsNotSent() {
    try (StoreBackend backend = open(server().plain(), "path", "/large")) {
      int largest = (int) backend.traits().maxValueBytes();
      Key key = new Key("k/" + "ü".repeat(440));
      Value value = Value.of(Bytes.of(new byte[largest]));
      assertThat(backend.write(key, value, Token.ABSENT)).isInstanceOf(WriteOutcome.Written.class);
      Value larger = Value.of(Bytes.of(new byte[largest + 1]));
      assertThatThrownBy(() -> backend.write(KEY, larger, Token.ABSENT))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessage("store zookeeper: the value of facts/a is larger than " + largest + " bytes");
      assertThat(backend.read(KEY).isAbsent()).isTrue();
    }
  }
}
