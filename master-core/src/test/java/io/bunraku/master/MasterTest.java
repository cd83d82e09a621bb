// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bunraku.master.ca.CaException;
import io.bunraku.master.config.ConfigLoader;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.master.monitor.MasterStatus.State;
import io.bunraku.storeconfig.Backends;
import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.StoreEpoch;
import io.bunraku.storeconfig.StoreOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole master on the embedded store, in this process. */
class MasterTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  private MasterConfig config(String name, String... more) throws Exception {
    Files.createDirectories(directory.resolve("code/environments/production/manifests"));
    List<String> settings =
        new ArrayList<>(
            List.of(
                "certname=localhost",
                "listen=127.0.0.1:0",
                "plain-listen=127.0.0.1:0",
                "codedir=" + directory.resolve("code"),
                "ssldir=" + directory.resolve(name + "/ssl"),
                "vardir=" + directory.resolve(name + "/var")));
    settings.addAll(List.of(more));
    return ConfigLoader.load(null, settings);
  }

  private static HttpResponse<String> get(Master master, String path) throws Exception {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://" + master.plain() + path)).build(),
          BodyHandlers.ofString());
    }
  }

  @Test
  void answersWhenItHasStartedAndKeepsItsIdentity() throws Exception {
    MasterConfig config = config("one");
    String authority;
    try (Master master = Master.start(config)) {
      assertThat(get(master, "/status/v1/simple").body()).isEqualTo(State.RUNNING.text());
      authority = get(master, "/puppet-ca/v1/certificate/ca").body();
      assertThat(config.ssldir().resolve("certs/ca.pem")).hasContent(authority);
      assertThat(config.ssldir().resolve("crl.pem"))
          .hasContent(get(master, "/puppet-ca/v1/certificate_revocation_list/ca").body());
    }
    String own = Files.readString(config.ssldir().resolve("certs/localhost.pem"));
    try (Master again = Master.start(config)) {
      assertThat(get(again, "/puppet-ca/v1/certificate/ca").body()).isEqualTo(authority);
      assertThat(config.ssldir().resolve("certs/localhost.pem")).hasContent(own);
    }
  }

  @Test
  void refusesACertificateThatItsAgentsWouldRefuse() throws Exception {
    MasterConfig other = config("other");
    MasterConfig mine = config("mine");
    Master.start(other).close();
    Master.start(mine).close();
    for (String file : List.of("certs/localhost.pem", "private_keys/localhost.pem")) {
      Files.copy(
          other.ssldir().resolve(file),
          mine.ssldir().resolve(file),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    assertThatThrownBy(() -> Master.start(mine))
        .isInstanceOf(CaException.class)
        .hasMessageContaining("not signed by the CA in the store; remove it and");
  }

  private static StoreAdmin admin(MasterConfig config) {
    String path = config.vardir().resolve("store.db").toString();
    Map<String, String> settings = Map.of("path", path);
    return new StoreAdmin(
        "local",
        Backends.builtIn().open("local", settings),
        StoreOptions.of("local", settings, "admin"));
  }

  private static String details(Master master) throws Exception {
    return get(master, "/status/v1/services/server?level=debug").body();
  }

  /** Nobody writes here: the master has to find out by itself. */
  @Test
  void aMasterWhoseStoreIsFencedSaysSo() throws Exception {
    MasterConfig config = config("one");
    try (Master master = Master.start(config);
        StoreAdmin admin = admin(config)) {
      assertThat(details(master)).contains("\"state\":\"available\"");
      admin.change(epoch -> epoch.fence("moved to s3"));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() ->
              assertThat(get(master, "/status/v1/simple").body()).isEqualTo(State.ERROR.text()));
      assertThat(get(master, "/status/v1/simple").statusCode()).isEqualTo(503);
      assertThat(details(master))
          .contains("\"state\":\"fenced\"", "The store is fenced, nothing is written: moved to s3");
      admin.change(StoreEpoch::release);
      await().atMost(PATIENCE).until(() -> get(master, "/status/v1/simple").statusCode() == 200);
      assertThat(details(master)).contains("\"state\":\"available\"");
    }
  }

  @Test
  void aMasterThatServesMeanwhileIsFitWhileItsStoreIsFenced() throws Exception {
    MasterConfig config = config("one", "store.unavailable=serve");
    try (Master master = Master.start(config);
        StoreAdmin admin = admin(config)) {
      admin.change(epoch -> epoch.fence("moved to s3"));
      await().atMost(PATIENCE).until(() -> details(master).contains("\"state\":\"fenced\""));
      assertThat(get(master, "/status/v1/simple").body()).isEqualTo(State.RUNNING.text());
    }
  }

  @Test
  void anAddressInUseIsNamed() throws Exception {
    try (Master first = Master.start(config("one"))) {
      MasterConfig second =
          ConfigLoader.load(
              null,
              List.of(
                  "certname=localhost",
                  "listen=" + first.tls(),
                  "codedir=" + directory.resolve("code"),
                  "ssldir=" + directory.resolve("two/ssl"),
                  "vardir=" + directory.resolve("two/var")));
      assertThatThrownBy(() -> Master.start(second))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Cannot listen on " + first.tls());
    }
  }
}
