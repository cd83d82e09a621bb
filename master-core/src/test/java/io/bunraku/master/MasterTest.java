// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.master.ca.CaException;
import io.bunraku.master.config.ConfigLoader;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.master.monitor.MasterStatus.State;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole master on the embedded store, in this process. */
class MasterTest {

  @TempDir private Path directory;

  private MasterConfig config(String name) throws Exception {
    Files.createDirectories(directory.resolve("code/environments/production/manifests"));
    return ConfigLoader.load(
        null,
        List.of(
            "certname=localhost",
            "listen=127.0.0.1:0",
            "plain-listen=127.0.0.1:0",
            "codedir=" + directory.resolve("code"),
            "ssldir=" + directory.resolve(name + "/ssl"),
            "vardir=" + directory.resolve(name + "/var")));
  }

  private static HttpResponse<String> get(Master master, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
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
