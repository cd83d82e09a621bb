// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.master.config.ConfigLoader;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.master.node.ServerFacts;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code $settings::}; the names in {@code settings7.txt} and 8 are those of 7.23 and 8.11. */
final class PuppetSettingsTest {

  private static MasterConfig config(String... lines) throws Exception {
    return ConfigLoader.load(null, List.of(lines));
  }

  @ParameterizedTest
  @CsvSource({"7", "8"})
  void allSettingsOfPuppetAreThere(String language) throws Exception {
    List<String> names;
    try (InputStream in =
        PuppetSettingsTest.class.getResourceAsStream("settings" + language + ".txt")) {
      byte[] text = Objects.requireNonNull(in).readAllBytes();
      names = new String(text, StandardCharsets.UTF_8).lines().toList();
    }
    assertThat(PuppetSettings.of(config("language=" + language)).keySet())
        .containsAll(names.stream().filter(name -> !name.equals("http_user_agent")).toList());
  }

  @Test
  void theyAreThoseOfThisMasterWhereItHasThem() throws Exception {
    Map<String, Object> settings =
        PuppetSettings.of(
            config("certname=p.example.com", "codedir=/c", "vardir=/v", "ssldir=/s", "language=7"));
    assertThat(settings)
        .containsEntry("certname", "p.example.com")
        .containsEntry("environmentpath", "/c/environments")
        .containsEntry("vardir", "/v")
        .containsEntry("hostcert", "/s/certs/p.example.com.pem")
        .containsEntry("strict", "warning")
        .containsEntry("strict_variables", false)
        .containsEntry("user", "puppet")
        .containsEntry("group", "puppet")
        .containsEntry("maxwaitforcert", Double.POSITIVE_INFINITY)
        .containsEntry("filetimeout", 15L)
        .containsEntry("include_legacy_facts", true)
        .doesNotContainKey("allow_pson_serialization");
  }

  @Test
  void language8HasThoseOfPuppet8() throws Exception {
    MasterConfig config = config("language=8");
    assertThat(PuppetSettings.of(config))
        .containsEntry("strict", "error")
        .containsEntry("strict_variables", true)
        .containsEntry("include_legacy_facts", false)
        .containsEntry("allow_pson_serialization", false);
    assertThat(ServerFacts.of(config).in("production"))
        .containsEntry("serverversion", "8.11.0")
        .containsEntry("environment", "production");
    assertThat(ServerFacts.of(config("language=7")).in("production"))
        .containsEntry("serverversion", "7.23.0");
  }
}
