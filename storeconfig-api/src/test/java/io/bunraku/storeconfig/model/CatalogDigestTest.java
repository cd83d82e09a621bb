// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CatalogDigestTest {
  private static Catalog catalog(String environment, String uuid, String json) {
    Stamp stamp = new Stamp(1, 1, System.identityHashCode(json), "m", UUID.randomUUID());
    return new Catalog(
        new Certname("a"),
        new EnvironmentName(environment),
        stamp,
        "1",
        null,
        uuid,
        Bytes.utf8(json));
  }

  @Test
  void theRandomUuidDoesNotCount() {
    String a = "0d5a9f5e-0000-4000-8000-000000000001";
    String b = "0d5a9f5e-0000-4000-8000-000000000002";
    String json = "{\"x\":\"0d5a\",\"catalog_uuid\":\"%s\",\"y\":\"%s\"}";
    assertThat(catalog("p", a, json.formatted(a, a)).digest())
        .isEqualTo(catalog("p", b, json.formatted(b, b)).digest());
  }

  @Test
  void contentAndEnvironmentCount() {
    String digest = catalog("p", "u-u", "{\"a\":\"u-u\"}").digest();
    assertThat(catalog("q", "u-u", "{\"a\":\"u-u\"}").digest()).isNotEqualTo(digest);
    assertThat(catalog("p", "u-u", "{\"b\":\"u-u\"}").digest()).isNotEqualTo(digest);
    assertThat(catalog("p", "", "{\"a\":\"u-u\"}").digest()).isNotEqualTo(digest);
  }
}
