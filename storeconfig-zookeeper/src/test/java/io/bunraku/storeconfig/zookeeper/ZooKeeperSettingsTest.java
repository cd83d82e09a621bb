// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.spi.Secret;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZooKeeperSettingsTest {
  @TempDir Path dir;

  private static ZooKeeperSettings of(String... pairs) {
    Map<String, String> all = new HashMap<>(Map.of("servers", "zk1:2181,zk2:2181"));
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], pairs[i + 1]);
    }
    return ZooKeeperSettings.of(new StoreSettings("zookeeper", all));
  }

  @Test
  void defaults() {
    assertThat(of())
        .isEqualTo(
            new ZooKeeperSettings(
                "zk1:2181,zk2:2181",
                "/bunraku",
                null,
                new Secret("store zookeeper: 'password-file'", null, null),
                ZooKeeperSettings.Acl.OPEN,
                Duration.ofSeconds(6),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                null));
  }

  @Test
  void everySettingIsRead() throws IOException {
    Path password = Files.writeString(dir.resolve("password"), "secret\n");
    ZooKeeperSettings all =
        of(
            "path",
            "/sites/a",
            "user",
            "bunraku",
            "password-file",
            password.toString(),
            "session-timeout-ms",
            "7000",
            "connect-timeout-ms",
            "8000",
            "request-timeout-ms",
            "9000",
            "tls",
            "true",
            "tls-truststore",
            "/t.pem",
            "tls-keystore",
            "/k.p12",
            "tls-keystore-password",
            "hunter3",
            "tls-verify-hostname",
            "false");
    assertThat(all.path()).isEqualTo("/sites/a");
    assertThat(all.user()).isEqualTo("bunraku");
    assertThat(all.password().read()).isEqualTo("secret");
    assertThat(all.acl()).isEqualTo(ZooKeeperSettings.Acl.CREATOR);
    assertThat(all.session()).isEqualTo(Duration.ofSeconds(7));
    assertThat(all.connect()).isEqualTo(Duration.ofSeconds(8));
    assertThat(all.request()).isEqualTo(Duration.ofSeconds(9));
    assertThat(all.tls())
        .isEqualTo(
            new ZooKeeperSettings.Tls(
                new ZooKeeperSettings.Store(
                    Path.of("/t.pem"),
                    new Secret("store zookeeper: 'tls-truststore-password-file'", null, null)),
                new ZooKeeperSettings.Store(
                    Path.of("/k.p12"),
                    new Secret("store zookeeper: 'tls-keystore-password-file'", "hunter3", null)),
                false));
    assertThat(all.toString()).doesNotContain("hunter3").doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "servers|zk1|'servers' is 'zk1'",
        "servers|zk1:2181/chroot|'servers' is",
        "path|bunraku|'path' is 'bunraku'",
        "path|/a/../b|'path' is",
        "path|/|'path' is",
        "user|bunraku|'password' or 'password-file'",
        "acl|creator|needs a 'user'",
        "acl|none|creator or open",
        "tls|yes|'tls' is 'yes'",
        "tls-truststore|/t.pem|not 'tls: true'",
        "session-timeout-ms|soon|'session-timeout-ms' is not a number",
        "request-timeout-ms|1|100 to 600000",
        "sevrers|zk1:2181|unknown setting 'sevrers'",
      })
  void mistakesAreNamedInOneLine(String name, String value, String expected) {
    assertThatThrownBy(() -> of(name, value))
        .isInstanceOf(StoreException.class)
        .message()
        .startsWith("store zookeeper: ")
        .contains(expected)
        .doesNotContain("\n");
  }

  @Test
  void withoutServersThereIsNoStore() {
    assertThatThrownBy(() -> ZooKeeperSettings.of(new StoreSettings("zookeeper", Map.of())))
        .hasMessage("store zookeeper: setting 'servers' is missing");
  }

  @Test
  void aPasswordIsNeverShown() {
    assertThat(of("user", "u", "password", "hunter2").toString()).doesNotContain("hunter2");
    Map<String, String> all = Map.of("servers", "z:1", "password", "hunter2");
    assertThat(new StoreSettings("zookeeper", all).masked(ZooKeeperSettings.SECRET))
        .containsEntry("password", "***");
  }
}
