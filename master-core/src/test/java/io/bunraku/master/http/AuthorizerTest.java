// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.master.ca.PuppetOids;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizerTest {

  private final Authorizer packaged = new Authorizer(AuthConf.packaged());

  private static @Nullable String ask(
      Authorizer authorizer, ClientIdentity who, String method, String path, String query) {
    return authorizer.refusal(
        new Call(
            method,
            path,
            new Params().add(query),
            name -> null,
            who,
            InputStream::nullInputStream,
            0));
  }

  private static ClientIdentity node(String name, Map<String, String> extensions) {
    return new ClientIdentity(name, extensions, null, "192.0.2.1");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /puppet/v3/catalog/web1, web1, true",
    "GET, /puppet/v3/catalog/web1, web1, true",
    "POST, /puppet/v3/catalog/web2, web1, false",
    "POST, /puppet/v3/catalog/web1, , false",
    "POST, /puppet/v3/catalog/web1/more, web1, false",
    "POST, /puppet/v4/catalog, web1, false",
    "GET, /puppet-ca/v1/certificate/ca, , true",
    "GET, /puppet-ca/v1/certificate_revocation_list/ca, , true",
    "PUT, /puppet-ca/v1/certificate_request/new, , true",
    "DELETE, /puppet-ca/v1/certificate_request/new, web1, false",
    "GET, /puppet-ca/v1/certificate_statuses/all, web1, false",
    "POST, /puppet-ca/v1/certificate_renewal, web1, true",
    "POST, /puppet-ca/v1/certificate_renewal, , false",
    "GET, /status/v1/simple, , true",
    "GET, /status/v1/simple/server, , true",
    "GET, /status/v1/services/ca, , true",
    "GET, /puppet/v3/file_metadatas/plugins, web1, true",
    "GET, /puppet/v3/file_metadata/modules/a/b, web1, true",
    "GET, /puppet/v3/file_content/modules/a/b, , false",
    "PUT, /puppet/v3/file_bucket_file/sha256/x, web1, true",
    "GET, /puppet/v3/file_bucket_file/sha256/x, web1, false",
    "PUT, /puppet/v3/report/web1, web1, true",
    "PUT, /puppet/v3/report/web2, web1, false",
    "PUT, /puppet/v3/facts/web1, web1, true",
    "GET, /puppet/v3/node/web1, web1, true",
    "GET, /puppet/v3/environments, web1, true",
    "GET, /puppet/v3/environment_classes, web1, false",
    "DELETE, /puppet-admin-api/v1/environment-cache, web1, false",
    "GET, /, web1, false",
  })
  void thePackagedRules(String method, String path, @Nullable String who, boolean allowed) {
    ClientIdentity identity =
        who == null ? ClientIdentity.anonymous("192.0.2.1") : node(who, Map.of());
    assertThat(ask(packaged, identity, method, path, "") == null).isEqualTo(allowed);
  }

  @Test
  void theCliExtensionAdministersTheCa() {
    ClientIdentity master = node("master", Map.of(PuppetOids.CLI_AUTH, "true"));
    assertThat(ask(packaged, master, "GET", "/puppet-ca/v1/certificate_statuses/all", "")).isNull();
    assertThat(ask(packaged, master, "GET", "/puppet/v3/file_bucket_file/sha256/x", "")).isNull();
    assertThat(
            ask(
                packaged,
                node("other", Map.of(PuppetOids.CLI_AUTH, "false")),
                "GET",
                "/puppet-ca/v1/certificate_statuses/all",
                ""))
        .isNotNull();
  }

  @Test
  void theClientLearnsPathAndMethodOnly() {
    assertThat(ask(packaged, node("web1", Map.of()), "POST", "/puppet/v3/catalog/web2", ""))
        .isEqualTo(
            "Forbidden request: /puppet/v3/catalog/web2 (method :post). Please see the server logs"
                + " for details.");
  }

  @Test
  void anOperatorsFileHasAllForms(@TempDir Path directory) throws Exception {
    Path file =
        Files.writeString(
            directory.resolve("auth.conf"),
            """
            authorization: {
              version: 1
              rules: [
                { name: "late", sort-order: 600, match-request: { path: "/x", type: path }
                  allow: ["*.Example.com", "/^db\\\\d+$/", { certname: one }] }
                { name: "denied", sort-order: 400, match-request: { path: "/x/no", type: path }
                  allow: "*", deny: "bad.example.com" }
                { name: "query", sort-order: 300
                  match-request: { path: "q$", type: regex, method: get
                                   query-params: { environment: [production, test] } }
                  allow-unauthenticated: true }
                { name: "extended", sort-order: 300
                  match-request: { path: "/ext", type: path }
                  allow: { extensions: { pp_role: [web, db], "1.3.6.1.4.1.34380.1.2.1": "y" } } }
              ]
            }
            """);
    Authorizer authorizer = new Authorizer(AuthConf.read(file));
    assertThat(ask(authorizer, node("a.example.com", Map.of()), "GET", "/x", "")).isNull();
    assertThat(ask(authorizer, node("db12", Map.of()), "GET", "/x/y", "")).isNull();
    assertThat(ask(authorizer, node("one", Map.of()), "GET", "/x", "")).isNull();
    assertThat(ask(authorizer, node("two", Map.of()), "GET", "/x", "")).isNotNull();
    assertThat(ask(authorizer, node("bad.example.com", Map.of()), "GET", "/x/no", "")).isNotNull();
    assertThat(ask(authorizer, node("two", Map.of()), "GET", "/x/no", "")).isNull();
    ClientIdentity nobody = ClientIdentity.anonymous("192.0.2.1");
    assertThat(ask(authorizer, nobody, "GET", "/some/q", "environment=test")).isNull();
    assertThat(ask(authorizer, nobody, "GET", "/some/q", "environment=dev")).isNotNull();
    assertThat(ask(authorizer, nobody, "PUT", "/some/q", "environment=test")).isNotNull();
    Map<String, String> both =
        Map.of("1.3.6.1.4.1.34380.1.1.13", "db", "1.3.6.1.4.1.34380.1.2.1", "y");
    assertThat(ask(authorizer, node("e", both), "GET", "/ext", "")).isNull();
    assertThat(
            ask(authorizer, node("e", Map.of("1.3.6.1.4.1.34380.1.1.13", "db")), "GET", "/ext", ""))
        .isNotNull();
  }

  @Test
  void aBrokenFileSaysWhy(@TempDir Path directory) throws Exception {
    Path twice =
        Files.writeString(
            directory.resolve("a.conf"),
            """
            authorization: { version: 1, rules: [
              { name: a, sort-order: 1, match-request: { path: "/", type: path }, allow: "*" }
              { name: a, sort-order: 1, match-request: { path: "/", type: path }, allow: "*" } ] }
            """);
    assertThatThrownBy(() -> AuthConf.read(twice)).hasMessageContaining("Duplicate rule named 'a'");
    Path mixed =
        Files.writeString(
            directory.resolve("b.conf"),
            """
            authorization: { version: 1, rules: [
              { name: a, sort-order: 1, match-request: { path: "/", type: path }, allow: "*"
                allow-unauthenticated: true } ] }
            """);
    assertThatThrownBy(() -> AuthConf.read(mixed)).hasMessageContaining("needs either allow");
    assertThatThrownBy(() -> AuthConf.read(directory.resolve("absent")))
        .isInstanceOf(io.bunraku.master.config.ConfigException.class);
  }
}
