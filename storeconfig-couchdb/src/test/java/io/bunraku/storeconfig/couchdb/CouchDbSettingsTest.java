// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.spi.Secret;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouchDbSettingsTest {

  private static CouchDbSettings of(Map<String, String> settings) {
    return CouchDbSettings.of(new StoreSettings("couchdb", settings));
  }

  private static final String FILE = "store couchdb: 'password-file'";
  private static final Secret NONE = new Secret(FILE, null, null);

  @Test
  void theDefaults() {
    URI here = URI.create("http://127.0.0.1:5984");
    assertThat(of(Map.of()))
        .isEqualTo(
            new CouchDbSettings(
                here, "bunraku", null, NONE, null, null, null, 2000, 10_000, 32, false, false,
                true));
  }

  @Test
  void everySettingIsRead() {
    Map<String, String> all =
        Map.ofEntries(
            Map.entry("url", "https://db.example.org/couch/"),
            Map.entry("database", "masters"),
            Map.entry("username", "bunraku"),
            Map.entry("password", "secret"),
            Map.entry("tls-ca-file", "/etc/ca.pem"),
            Map.entry("tls-certificate-file", "/etc/c.pem"),
            Map.entry("tls-key-file", "/etc/k.pem"),
            Map.entry("connect-timeout-ms", "1"),
            Map.entry("request-timeout-ms", "2"),
            Map.entry("connections", "3"),
            Map.entry("cluster", "true"),
            Map.entry("create-database", "true"),
            Map.entry("report-databases", "false"));
    assertThat(of(all))
        .isEqualTo(
            new CouchDbSettings(
                URI.create("https://db.example.org/couch/"),
                "masters",
                "bunraku",
                new Secret(FILE, "secret", null),
                Path.of("/etc/ca.pem"),
                Path.of("/etc/c.pem"),
                Path.of("/etc/k.pem"),
                1,
                2,
                3,
                true,
                true,
                false));
  }

  @ParameterizedTest
  @CsvSource({
    "url, db.example.org, 'url' must be like",
    "url, ftp://db, 'url' must be like",
    "url, http://a:b@db:5984, must not hold a name or password",
    "database, Upper, 'database' must be",
    "database, a/b, 'database' must be",
    "connections, 0, 'connections' is 0",
    "request-timeout-ms, 10s, 'request-timeout-ms' is not a number",
    "tls-key-file, /k, 'tls-certificate-file' and 'tls-key-file' are only of use together",
    "cluster, yes, 'cluster' is 'yes'",
    "colour, red, unknown setting 'colour'"
  })
  void whatIsWrongIsSaidInOneLine(String name, String value, String says) {
    assertThatThrownBy(() -> of(Map.of(name, value)))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("store couchdb: ")
        .hasMessageContaining(says)
        .message()
        .doesNotContain("\n")
        .doesNotContain("a:b");
  }

  @Test
  void thePasswordMayBeInAFile(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("password"), "from the file\n");
    assertThat(of(Map.of("password-file", file.toString())).password().read())
        .isEqualTo("from the file");
    Path none = dir.resolve("none");
    assertThatThrownBy(() -> of(Map.of("password-file", none.toString())).password().read())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(none.toString());
  }
}
