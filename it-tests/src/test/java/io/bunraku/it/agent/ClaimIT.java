// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real agent says what code it has had, by the fact that the master's own plug-in keeps. */
class ClaimIT {
  private static final String NAME = "claim.example.com";

  @TempDir Path directory;

  @Test
  void theFactFollowsTheCachedCatalog() throws IOException {
    assumeTrue(
        PuppetAgent.isInstalled(), "puppet-agent is not installed: apt install puppet-agent");
    ControlRepo repo =
        new ControlRepo(directory.resolve("code")).file("manifests/site.pp", claimed("one"));
    try (RunningMaster master = RunningMaster.start(directory, "autosign: true")) {
      PuppetAgent agent = new PuppetAgent(NAME, directory.resolve("agent"), master.port());
      assertThat(agent.test().output()).contains("one: {}");
      String first = cachedCodeId();
      assertThat(first).isNotEmpty();
      assertThat(agent.test().output()).contains("one: {production => " + first + "}");

      repo.file("manifests/site.pp", claimed("two"));
      assertThat(agent.test().output()).contains("two: {production => " + first + "}");
      String second = cachedCodeId();
      assertThat(second).isNotEqualTo(first);
      assertThat(agent.test().output()).contains("two: {production => " + second + "}");
    }
  }

  private static String claimed(String word) {
    return "notify { \"" + word + ": ${facts['bunraku_code']}\": }\n";
  }

  private String cachedCodeId() throws IOException {
    Path cached = directory.resolve("agent/var/client_data/catalog/" + NAME + ".json");
    JsonNode catalog = new ObjectMapper().readTree(Files.readAllBytes(cached));
    return catalog.path("code_id").asText();
  }
}
