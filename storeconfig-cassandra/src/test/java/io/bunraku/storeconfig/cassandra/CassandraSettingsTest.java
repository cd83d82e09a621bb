// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import io.bunraku.storeconfig.spi.Secret;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defaults, and what is refused without asking a server. */
class CassandraSettingsTest {

  private static CassandraSettings with(String... settings) {
    Map<String, String> all = new TreeMap<>(Map.of("contact-points", "a.example.org"));
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return CassandraSettings.of(new StoreSettings("cassandra", all));
  }

  @Test
  void onlyTheContactPointsHaveNoDefault() {
    CassandraSettings s = with();
    assertThat(s.where()).isEqualTo("a.example.org:9042");
    assertThat(s.localDatacenter()).isEqualTo("datacenter1");
    assertThat(s.keyspace()).isEqualTo("bunraku");
    assertThat(s.login())
        .isEqualTo(new Login(null, new Secret("store cassandra: 'password-file'", null, null)));
    assertThat(s.tls()).isEqualTo(new Tls(false, null, null, null, true));
    assertThat(s.consistency()).isEqualTo(DefaultConsistencyLevel.LOCAL_QUORUM);
    assertThat(s.serialConsistency()).isEqualTo(DefaultConsistencyLevel.LOCAL_SERIAL);
    assertThat(s.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(s.requestTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(s.connections()).isEqualTo(1);
    assertThat(s.maxRequests()).isEqualTo(256);
    assertThat(s.createSchema()).isFalse();
    assertThat(s.replicationFactor()).isEqualTo(3);
    assertThatThrownBy(() -> CassandraSettings.of(new StoreSettings("cassandra", Map.of())))
        .hasMessageContaining("contact-points");
  }

  @Test
  void contactPointsAreNamesAndAddressesWithOrWithoutPorts() {
    assertThat(with("contact-points", "a:9043, 10.0.0.2 ,[::1]:9044,[::2]").where())
        .isEqualTo("a:9043,10.0.0.2:9042,::1:9044,::2:9042");
  }

  @ParameterizedTest
  @CsvSource({
    "contact-points, a:port, contact-points",
    "contact-points, ',', contact-points",
    "keyspace, Upper, keyspace",
    "keyspace, a;drop, keyspace",
    "consistency, ONE, consistency",
    "serial-consistency, QUORUM, serial-consistency",
    "request-timeout-ms, 0, request-timeout-ms",
    "max-requests, many, max-requests",
    "create-schema, yes, create-schema",
    "username, bunraku, password",
    "password, secret, username",
    "tls-ca, /etc/ca.pem, tls",
    "tls, on, tls",
    "no-such-thing, 1, no-such-thing"
  })
  void whatIsWrongIsNamed(String name, String value, String named) {
    assertThatThrownBy(() -> with(name, value))
        .isInstanceOf(StoreException.class)
        .message()
        .startsWith("store cassandra: ")
        .contains("'" + named + "'")
        .doesNotContain("secret");
  }

  @Test
  void aKeyNeedsItsCertificateAndAPasswordHasOnePlace() {
    assertThatThrownBy(() -> with("tls", "true", "tls-key", "/etc/key.pem"))
        .hasMessageContaining("tls-certificate");
    assertThatThrownBy(
            () -> with("username", "b", "password", "secret", "password-file", "/etc/secret"))
        .hasMessageContaining("password-file");
  }

  @Test
  void noSecretIsInWords() {
    assertThat(with("username", "b", "password", "hunter2").toString()).doesNotContain("hunter2");
  }

  @Test
  void theSchemaHasTheNamesOfTheSettings() {
    assertThat(Schema.statements(with("keyspace", "k", "local-datacenter", "east")))
        .hasSize(3)
        .allMatch(s -> s.startsWith("CREATE ") && !s.contains("$"))
        .anyMatch(s -> s.contains("'east': 3"))
        .anyMatch(s -> s.contains("k.documents"))
        .anyMatch(s -> s.contains("k.heads"));
  }
}
