// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bunraku.storeconfig.ReportStore.Head;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.model.Certname;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole life of a node, as an unmodified agent lives it. */
class RealAgentIT {

  private static final String FIRST = "agent1.example.com";
  private static final String SECOND = "agent2.example.com";

  @TempDir Path directory;
  private Path target;
  private RunningMaster master;

  @BeforeEach
  void start() {
    assumeTrue(
        PuppetAgent.isInstalled(), "puppet-agent is not installed: apt install puppet-agent");
    target = directory.resolve("target");
    new ControlRepo(directory.resolve("code"))
        .file("environment.conf", "modulepath = site:modules\n")
        .file("hiera.yaml", "version: 5\ndefaults: {datadir: data, data_hash: yaml_data}\n")
        .file("data/common.yaml", "life::greeting: from Hiera\nlife::root: " + target + "\n")
        .file(
            "manifests/site.pp",
            """
            node 'agent1.example.com' { include life }
            node 'agent2.example.com' { include life::second }
            """)
        .file(
            "site/life/manifests/init.pp",
            """
            class life(String $greeting, Life::Free $root) {
              file { $root: ensure => directory }
              file { "${root}/content": content => "hello ${trusted['certname']}\n" }
              file { "${root}/source": source => 'puppet:///modules/life/sourced.txt' }
              file { "${root}/tree":
                ensure  => directory,
                recurse => true,
                source  => 'puppet:///modules/life/tree',
              }
              file { "${root}/epp":
                content => epp('life/greeting.epp', { 'greeting' => $greeting }),
                notify  => Exec['refreshed'],
              }
              exec { 'refreshed':
                command     => "/bin/touch ${root}/refreshed",
                refreshonly => true,
              }
              @@file { "${root}/from-${trusted['certname']}":
                content => "exported by ${trusted['certname']}\n",
                tag     => 'life',
              }
            }
            """)
        .file("site/life/types/free.pp", "type Life::Free = String[1]\n")
        .file(
            "site/life/manifests/second.pp",
            """
            class life::second {
              File <<| tag == 'life' |>>
              notify { 'the second has run': }
            }
            """)
        .file("site/life/files/sourced.txt", "a file that is served\n")
        .file("site/life/files/tree/one.txt", "one\n")
        .file("site/life/files/tree/sub/two.txt", "two\n")
        .file(
            "site/life/templates/greeting.epp",
            "<%- | String $greeting | -%>\n<%= $greeting %> on <%= $facts['kernel'] %>\n")
        .file("site/life/lib/facter/life_fact.rb", "Facter.add(:life_fact) { setcode { 'x' } }\n");
    master = RunningMaster.start(directory);
  }

  @AfterEach
  void stop() {
    if (master != null) {
      master.close();
    }
  }

  @Test
  void livesFromItsFirstRequestToItsRevocation() throws IOException {
    PuppetAgent first = agent(FIRST);

    Command waiting = first.test();
    assertThat(waiting.exit()).as(waiting.output()).isEqualTo(1);
    assertThat(waiting.output()).contains("certificate");
    assertThat(master.bunraku("ca", "list").output()).contains(FIRST);

    Command signed = master.bunraku("ca", "sign", FIRST);
    assertThat(signed.exit()).as(signed.output()).isZero();

    Command applied = first.test();
    assertThat(applied.exit()).as(applied.output()).isEqualTo(2);
    assertThat(target.resolve("content")).hasContent("hello " + FIRST + "\n");
    assertThat(target.resolve("source")).hasContent("a file that is served\n");
    assertThat(target.resolve("tree/one.txt")).hasContent("one\n");
    assertThat(target.resolve("tree/sub/two.txt")).hasContent("two\n");
    assertThat(target.resolve("epp")).hasContent("from Hiera on Linux\n");
    assertThat(target.resolve("refreshed")).exists();
    assertThat(first.plugins().resolve("facter/life_fact.rb")).exists();

    Command unchanged = first.test();
    assertThat(unchanged.exit()).as(unchanged.output()).isZero();

    assertThat(reports()).extracting(Head::status).containsExactly("unchanged", "changed");

    collectsWhatTheFirstExported();
    isRefusedOnceRevoked(first);
  }

  /** What the store has of the first agent's runs, the newest first. */
  private List<Head> reports() {
    String path = directory.resolve("store.db").toString();
    try (StoreConfigs store =
        StoreConfigs.open(StoreOptions.of("local", Map.of("path", path), "test"))) {
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      return store.reports().list(new Certname(FIRST), today.minusDays(1), today);
    }
  }

  private void collectsWhatTheFirstExported() {
    PuppetAgent second = agent(SECOND);
    assertThat(second.test().exit()).isEqualTo(1);
    assertThat(master.bunraku("ca", "sign", SECOND).exit()).isZero();
    Command applied = second.test();
    assertThat(applied.exit()).as(applied.output()).isEqualTo(2);
    assertThat(applied.output()).contains("the second has run");
    assertThat(target.resolve("from-" + FIRST)).hasContent("exported by " + FIRST + "\n");
  }

  private void isRefusedOnceRevoked(PuppetAgent agent) {
    Command revoked = master.bunraku("ca", "revoke", FIRST);
    assertThat(revoked.exit()).as(revoked.output()).isZero();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          Command refused = agent.test();
          assertThat(refused.exit()).as(refused.output()).isEqualTo(1);
          assertThat(refused.output()).containsPattern("revoked|alert|SSL");
        });
  }

  private PuppetAgent agent(String certname) {
    return new PuppetAgent(certname, directory.resolve(certname), master.port());
  }
}
