// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.compiler.LanguageVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerFactsTest {

  @Test
  void whatWasGivenStandsForWhatTheMachineHas() {
    Map<String, String> given =
        Map.of("servername", "puppet.example.com", "serverip", "10.0.0.5", "serverip6", "");
    assertThat(new ServerFacts(LanguageVersion.PUPPET_8, "master1", given).in("dev"))
        .containsExactly(
            Map.entry("serverversion", "8.11.0"),
            Map.entry("servername", "puppet.example.com"),
            Map.entry("serverip", "10.0.0.5"),
            Map.entry("environment", "dev"));
  }

  @Test
  void aMachineShowsItsNameAndNoLoopback() {
    assertThat(new ServerFacts(LanguageVersion.PUPPET_7, "master1", Map.of()).in("dev"))
        .containsEntry("servername", "master1")
        .doesNotContainEntry("serverip", "127.0.0.1");
  }
}
