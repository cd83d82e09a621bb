// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.compiler.LanguageOptions.Strict;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.storeconfig.spool.SpoolLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

  @TempDir private Path directory;

  private MasterConfig load(String yaml, String... overrides) throws Exception {
    return ConfigLoader.load(write("bunraku.yaml", yaml), List.of(overrides));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  @Test
  void defaultsAreTheContract() throws Exception {
    MasterConfig config = ConfigLoader.load(null, List.of());
    assertThat(config.certname()).isEqualTo(config.certname().toLowerCase(java.util.Locale.ROOT));
    assertThat(config)
        .usingRecursiveComparison()
        .ignoringFields("certname")
        .isEqualTo(
            new MasterConfig(
                "",
                new ListenAddress("0.0.0.0", 8140),
                null,
                List.of(),
                Path.of("/etc/puppetlabs/code"),
                Path.of("/etc/puppetlabs/puppet/ssl"),
                Path.of("/var/lib/bunraku"),
                new EnvironmentTimeout.Always(),
                new StoreConfig("local", Map.of()),
                "false",
                null,
                io.bunraku.compiler.LanguageOptions.defaults(LanguageVersion.PUPPET_8),
                true,
                CollectorScope.ALL,
                new Lifetimes(
                    Duration.ofDays(7),
                    Duration.ofDays(14),
                    Duration.ofDays(14),
                    Duration.ofHours(1)),
                List.of(
                    Path.of("/etc/puppetlabs/code/modules"),
                    Path.of("/opt/puppetlabs/puppet/modules")),
                Path.of("/etc/puppetlabs/puppet/hiera.yaml"),
                NodeTerminus.PLAIN,
                null,
                Map.of(),
                List.of(),
                null));
  }

  @Test
  void everyKeyIsRead() throws Exception {
    MasterConfig config =
        load(
            """
            certname: Master1.Example.com
            listen: 127.0.0.1:18140
            plain-listen: "[::1]:18080"
            trusted-proxies: [10.0.0.0/8, 127.0.0.1/32]
            codedir: /srv/code
            ssldir: /srv/ssl
            vardir: /srv/var
            environment-timeout: 5m
            store: {backend: cassandra, contact-points: [a, b], tls: {ca: /ca.pem}}
            autosign: /etc/autosign.conf
            auth-conf: /etc/auth.conf
            language: 7
            strict: error
            strict-variables: true
            storeconfigs: false
            storeconfigs-scope: environment
            node-ttl: 36h
            node-purge-ttl: 0
            report-ttl: 30d
            gc-interval: 10m
            basemodulepath: /a:/b
            hiera-config: /etc/hiera.yaml
            node-terminus: exec
            external-nodes: /usr/bin/enc --quick
            server-facts: {servername: puppet.example.com, serverip6: ""}
            dns-alt-names: [puppet.example.com]
            plugins: /srv/plugins
            """);
    assertThat(config.certname()).isEqualTo("master1.example.com");
    assertThat(config.listen()).hasToString("127.0.0.1:18140");
    assertThat(config.plainListen()).hasToString("[::1]:18080");
    assertThat(config.trustedProxies()).containsExactly("10.0.0.0/8", "127.0.0.1/32");
    assertThat(config.environmentPath()).isEqualTo(Path.of("/srv/code/environments"));
    assertThat(config.ssldir()).isEqualTo(Path.of("/srv/ssl"));
    assertThat(config.vardir()).isEqualTo(Path.of("/srv/var"));
    assertThat(config.environmentTimeout())
        .isEqualTo(new EnvironmentTimeout.After(Duration.ofMinutes(5)));
    assertThat(config.store().backend()).isEqualTo("cassandra");
    assertThat(config.store().settings())
        .containsEntry("contact-points", "a,b")
        .containsEntry("tls.ca", "/ca.pem");
    assertThat(config.autosign()).isEqualTo("/etc/autosign.conf");
    assertThat(config.authConf()).isEqualTo(Path.of("/etc/auth.conf"));
    assertThat(config.options().version()).isEqualTo(LanguageVersion.PUPPET_7);
    assertThat(config.options().strict()).isEqualTo(Strict.ERROR);
    assertThat(config.options().strictVariables()).isTrue();
    assertThat(config.storeconfigs()).isFalse();
    assertThat(config.collectorScope()).isEqualTo(CollectorScope.ENVIRONMENT);
    assertThat(config.lifetimes())
        .isEqualTo(
            new Lifetimes(
                Duration.ofHours(36), Duration.ZERO, Duration.ofDays(30), Duration.ofMinutes(10)));
    assertThat(config.basemodulepath()).containsExactly(Path.of("/a"), Path.of("/b"));
    assertThat(config.hieraConfig()).isEqualTo(Path.of("/etc/hiera.yaml"));
    assertThat(config.nodeTerminus()).isEqualTo(NodeTerminus.EXEC);
    assertThat(config.externalNodes()).isEqualTo("/usr/bin/enc --quick");
    assertThat(config.serverFacts())
        .isEqualTo(Map.of("servername", "puppet.example.com", "serverip6", ""));
    assertThat(config.altNames()).containsExactly("puppet.example.com");
    assertThat(config.plugins()).isEqualTo(Path.of("/srv/plugins"));
  }

  @Test
  void whatHappensInAnOutageStandsWithTheStore() throws Exception {
    StoreConfig store =
        load("store: {backend: local, path: /s, unavailable: serve, spool: {entries: 5, bytes: 3m}}")
            .store();
    assertThat(store.settings()).containsOnlyKeys("path");
    assertThat(store.outage())
        .isEqualTo(new OutageSettings(true, SpoolLimits.of(5, 3 * 1024 * 1024)));
    assertThat(load("store: local").store().outage()).isEqualTo(OutageSettings.DEFAULT);
    assertThat(OutageSettings.DEFAULT.serve()).isFalse();
    assertThatThrownBy(() -> load("store: {unavailable: maybe}"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("store.unavailable: 'maybe' is neither refuse nor serve");
    assertThatThrownBy(() -> load("store: {spool: {bytes: much}}"))
        .isInstanceOf(ConfigException.class)
        .hasMessage("store.spool.bytes: 'much' is no number above 0");
  }

  @Test
  void routesAreSettingsOfTheStore() throws Exception {
    assertThat(
            load("store: {backend: local, routes: {\"code/,ca/\": {backend: zookeeper, connect: z}}}")
                .store()
                .settings())
        .containsEntry("routes.code/,ca/.backend", "zookeeper")
        .containsEntry("routes.code/,ca/.connect", "z");
  }

  @Test
  void serverFactsHaveTheirNames() throws Exception {
    assertThat(ConfigLoader.load(null, List.of("server-facts.serverip=10.0.0.5")).serverFacts())
        .isEqualTo(Map.of("serverip", "10.0.0.5"));
    assertThatThrownBy(() -> load("server-facts: {serverversion: 6}"))
        .hasMessageEndingWith(
            "bunraku.yaml:1: no such server fact: 'serverversion'; there are [servername, serverip,"
                + " serverip6]");
    assertThatThrownBy(() -> load("server-facts: 10.0.0.5"))
        .hasMessageEndingWith("expected names and values, as in '{serverip: 10.0.0.5}'");
  }

  @Test
  void aLifetimeThatIsNoDurationIsRefused() {
    assertThatThrownBy(() -> load("node-ttl: 7 days"))
        .hasMessageEndingWith(
            "bunraku.yaml:1: '7 days' is no value for 'node-ttl' (expected a duration like 7d, 12h,"
                + " 30m or 90s)");
  }

  @Test
  void strictFollowsTheLanguage() throws Exception {
    assertThat(load("language: 7").options().strict()).isEqualTo(Strict.WARNING);
    assertThat(load("language: 7").options().strictVariables()).isFalse();
    assertThat(load("language: 8").options().strict()).isEqualTo(Strict.ERROR);
  }

  @Test
  void anUnknownKeyNamesTheNearestAndItsLine() {
    assertThatThrownBy(() -> load("listen: :1\n\nstrict_variable: true\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageEndingWith(
            "bunraku.yaml:3: unknown key 'strict_variable'; did you mean 'strict-variables'?");
  }

  @Test
  void valuesThatMakeNoSenseNameKeyAndLine() {
    assertThatThrownBy(() -> load("certname: a\nlisten: nowhere\n"))
        .hasMessageContaining("bunraku.yaml:2: 'nowhere' is no value for 'listen'");
    assertThatThrownBy(() -> load("strict: often"))
        .hasMessageEndingWith("bunraku.yaml:1: 'often' is no value for 'strict'");
    assertThatThrownBy(() -> load("language: 9"))
        .hasMessageEndingWith("bunraku.yaml:1: '9' is no value for 'language'");
    assertThatThrownBy(() -> load("listen: {a: b}")).hasMessageContaining("expected a plain value");
    assertThatThrownBy(() -> load("a: b: c")).hasMessageContaining("bunraku.yaml:1:");
    assertThatThrownBy(() -> load("autosign: true\nautosign: false"))
        .hasMessageContaining("bunraku.yaml:2: 'autosign' is given twice");
    assertThatThrownBy(() -> load("node-terminus: exec")).hasMessageContaining("external-nodes");
  }

  @Test
  void theCommandLineBeatsTheFile() throws Exception {
    MasterConfig config =
        load(
            "listen: :1\nstore: {backend: local, path: /a}\n",
            "listen=127.0.0.1:2",
            "store.path=/b",
            "environment-timeout=unlimited");
    assertThat(config.listen().port()).isEqualTo(2);
    assertThat(config.store().settings()).containsEntry("path", "/b");
    assertThat(config.environmentTimeout()).isEqualTo(new EnvironmentTimeout.Unlimited());
    assertThatThrownBy(() -> load("", "lisen=1")).hasMessageContaining("did you mean 'listen'?");
    assertThatThrownBy(() -> load("", "listen")).hasMessageContaining("expected KEY=VALUE");
    assertThatThrownBy(() -> load("", "listen.x=1")).hasMessageContaining("no keys of its own");
  }

  @Test
  void puppetConfIsReadBelowOurOwnFile() throws Exception {
    Path conf =
        write(
            "puppet.conf",
            """
            # a comment
            [main]
            certname = main.example.com
            vardir = /main/var
            mycode = /custom
            environment_timeout = 3m
            [master]
            codedir = ${mycode}/code
            certname = old.example.com
            strict = warning
            [server]
            certname = server.example.com
            ssldir = $vardir/ssl { owner = root }
            basemodulepath = "/a:$codedir/modules"
            [agent]
            certname = agent.example.com
            """);
    MasterConfig config = load("puppet-conf: " + conf + "\nvardir: /own\n");
    assertThat(config.certname()).isEqualTo("server.example.com");
    assertThat(config.codedir()).isEqualTo(Path.of("/custom/code"));
    assertThat(config.ssldir()).isEqualTo(Path.of("/main/var/ssl"));
    assertThat(config.vardir()).isEqualTo(Path.of("/own"));
    assertThat(config.basemodulepath())
        .containsExactly(Path.of("/a"), Path.of("/custom/code/modules"));
    assertThat(config.options().strict()).isEqualTo(Strict.WARNING);
    assertThat(config.environmentTimeout())
        .isEqualTo(new EnvironmentTimeout.After(Duration.ofMinutes(3)));
  }

  @Test
  void puppetConfErrorsNameTheLine() throws Exception {
    Path loop = write("loop.conf", "[main]\nvardir = $ssldir\nssldir = $vardir\n");
    assertThatThrownBy(() -> load("puppet-conf: " + loop)).hasMessageContaining("loop.conf:");
    Path garbage = write("garbage.conf", "[main]\nwhat is this\n");
    assertThatThrownBy(() -> load("puppet-conf: " + garbage))
        .hasMessageContaining("garbage.conf:2: Could not match line what is this");
  }
}
