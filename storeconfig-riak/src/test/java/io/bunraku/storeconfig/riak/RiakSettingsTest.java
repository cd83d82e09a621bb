// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.spi.ServerAddress;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiakSettingsTest {

  private static RiakSettings of(String... pairs) {
    return of(Map.of(), pairs);
  }

  private static RiakSettings of(Map<String, String> environment, String... pairs) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return RiakSettings.of(new StoreSettings("riak", map), environment);
  }

  @Test
  void defaults() {
    RiakSettings settings = of();
    assertThat(settings.nodes()).containsExactly(new ServerAddress("127.0.0.1", 8087));
    assertThat(settings.namespace().getBucketTypeAsString()).isEqualTo("bunraku");
    assertThat(settings.namespace().getBucketNameAsString()).isEqualTo("bunraku");
    assertThat(settings.consistent()).isFalse();
    assertThat(settings.login()).extracting(Login::user).isNull();
    assertThat(settings.connectMillis()).isEqualTo(2_000);
    assertThat(settings.requestMillis()).isEqualTo(5_000);
    assertThat(settings.minConnections()).isEqualTo(1);
    assertThat(settings.maxConnections()).isEqualTo(32);
  }

  @Test
  void allThatCanBeSet() {
    RiakSettings settings =
        of(
            "nodes", "a, b:1 [::1] [::1]:2",
            "bucket-type", "t",
            "bucket", "b",
            "consistent", "true",
            "username", "u",
            "password", "p",
            "ca-file", "/ca.pem",
            "connect-timeout-ms", "3",
            "request-timeout-ms", "4",
            "min-connections", "5",
            "max-connections", "6");
    assertThat(settings.nodes())
        .isEqualTo(
            List.of(
                new ServerAddress("a", 8087),
                new ServerAddress("b", 1),
                new ServerAddress("::1", 8087),
                new ServerAddress("::1", 2)));
    assertThat(settings.namespace().getBucketTypeAsString()).isEqualTo("t");
    assertThat(settings.namespace().getBucketNameAsString()).isEqualTo("b");
    assertThat(settings.consistent()).isTrue();
    assertThat(settings.login().password()).isEqualTo("p");
    assertThat(settings.connectMillis()).isEqualTo(3);
    assertThat(settings.requestMillis()).isEqualTo(4);
    assertThat(settings.minConnections()).isEqualTo(5);
    assertThat(settings.maxConnections()).isEqualTo(6);
  }

  @Test
  void aPasswordMayComeFromTheEnvironment() {
    Map<String, String> environment = Map.of("BUNRAKU_RIAK_PASSWORD", "p");
    RiakSettings settings = of(environment, "username", "u", "ca-file", "/ca.pem");
    assertThat(settings.login().password()).isEqualTo("p");
    assertThat(settings.login().toString()).isEqualTo("user u");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "nodes           | ,        | 'nodes' is empty",
        "nodes           | a:b      | 'nodes' has 'a:b', which is not host:port",
        "nodes           | a:0      | 'nodes' has 'a:0'",
        "consistent      | perhaps  | 'consistent' is 'perhaps', it must be true or false",
        "max-connections | 0        | 'max-connections' is 0, it must be 1 to 10000",
        "min-connections | 33       | 'min-connections' is 33, it must be 0 to 32",
        "username        | u        | 'username' and 'ca-file' go together",
        "password        | p        | there is a password, but no 'username'",
        "connect-timeout-ms | soon  | 'connect-timeout-ms' is not a number"
      })
  void oneLineForEachMistake(String name, String value, String line) {
    assertThatThrownBy(() -> of(name, value))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("store riak: ")
        .hasMessageContaining(line);
  }

  @Test
  void aUserNeedsAPassword() {
    assertThatThrownBy(() -> of("username", "u", "ca-file", "/ca.pem"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no password for 'u'");
  }

  @Test
  void aFileThatIsNotThereIsNamedWhenItIsNeeded() {
    RiakSettings settings =
        of("username", "u", "password-file", "/no/where", "ca-file", "/no/ca.pem");
    assertThatThrownBy(() -> settings.login().password())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("'password-file' /no/where cannot be read");
    assertThatThrownBy(() -> settings.login().trusted())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("'ca-file' /no/ca.pem cannot be read");
  }
}
