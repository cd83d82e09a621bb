// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.spi.Secret;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3SettingsTest {
  private static S3Settings settings(Map<String, String> given) {
    Map<String, String> all = new TreeMap<>(Map.of("bucket", "some-bucket"));
    all.putAll(given);
    return S3Settings.of(new StoreSettings("s3", all));
  }

  @Test
  void defaultsAreThoseOfTheReadme() {
    assertThat(settings(Map.of("region", "eu-central-1")))
        .isEqualTo(
            new S3Settings(
                "some-bucket",
                "",
                "eu-central-1",
                null,
                false,
                new Credentials(
                    null, new Secret("store s3: 'secret-key-file'", null, null), null, null, null),
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                32,
                true));
  }

  @Test
  void anEndpointOfOnesOwnHasBucketsInThePath() {
    S3Settings s = settings(Map.of("endpoint", "https://minio:9000", "prefix", "site/a"));
    assertThat(s.endpoint()).isEqualTo(URI.create("https://minio:9000"));
    assertThat(s.pathStyle()).isTrue();
    assertThat(s.prefix()).isEqualTo("site/a/");
    assertThat(settings(Map.of("endpoint", "https://r2.example", "path-style", "false")))
        .matches(r -> !r.pathStyle());
  }

  @ParameterizedTest
  @CsvSource({
    "bucket, No_Such",
    "prefix, /a",
    "prefix, a b",
    "endpoint, minio:9000",
    "endpoint, ftp://minio",
    "endpoint, ://",
    "path-style, yes",
    "timeout, 0",
    "timeout, soon",
    "connect-timeout, 301",
    "connections, 1001",
    "conditional-delete, maybe",
    "secret-key, hunter2",
    "access-key, id"
  })
  void whatIsWrongIsSaidInOneLine(String name, String value) {
    assertThatThrownBy(() -> settings(Map.of(name, value)))
        .isInstanceOf(StoreException.class)
        .message()
        .contains("store s3", name)
        .doesNotContain("\n", "hunter2");
  }

  @Test
  void aSecretIsReadFromItsFileAndNeverShown(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("secret");
    S3Settings s = settings(Map.of("access-key", "id", "secret-key-file", file.toString()));
    assertThatThrownBy(() -> s.credentials().provider().resolveCredentials())
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString());
    Files.writeString(file, "hunter2\n");
    assertThat(s.credentials().provider().resolveCredentials().secretAccessKey())
        .isEqualTo("hunter2");
    assertThat(settings(Map.of("access-key", "id", "secret-key", "hunter2")).toString())
        .doesNotContain("hunter2");
  }

  @Test
  void aProfileIsReadFromItsFile(@TempDir Path dir) throws Exception {
    Path file = dir.resolve("credentials");
    Files.writeString(file, "[bunraku]\naws_access_key_id = id\naws_secret_access_key = s\n");
    S3Settings s = settings(Map.of("credentials-file", file.toString(), "profile", "bunraku"));
    assertThat(s.credentials().provider().resolveCredentials().accessKeyId()).isEqualTo("id");
  }

  @Test
  void authoritiesThatCannotBeReadAreOneLine() {
    Map<String, String> given =
        Map.of("bucket", "some-bucket", "endpoint", "https://127.0.0.1:9", "ca-file", "/nowhere");
    try (StoreBackend backend = new S3BackendProvider().open(new StoreSettings("s3", given))) {
      assertThat(backend.check().detail()).contains("ca-file", "/nowhere").doesNotContain("\n");
    }
  }
}
