// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A control repo that uses much of the language: 150 classes with parameters that are Structs and
 * come from four levels of Hiera with deep merges, functions in Puppet language, defines and EPP.
 */
final class BenchRepo {

  private static final int CLASSES = 150;

  private final Path environment;

  private BenchRepo(Path environment) {
    this.environment = environment;
  }

  /**
   * Writes the repo.
   *
   * @param args the directory of the environment: for a run of the original puppet beside ours
   */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  /** Writes the repo into the directory of an environment. */
  static void write(Path environment) throws IOException {
    BenchRepo repo = new BenchRepo(environment);
    repo.writeShared();
    StringBuilder includes = new StringBuilder();
    StringBuilder common = new StringBuilder("---\nlookup_options:\n");
    common.append("  '^svc::c\\d+::settings$': {merge: {strategy: deep, knockout_prefix: '--'}}\n");
    common.append("svc::domain: example.com\n");
    StringBuilder os = new StringBuilder("---\n");
    StringBuilder role = new StringBuilder("---\n");
    StringBuilder node = new StringBuilder("---\n");
    for (int i = 0; i < CLASSES; i++) {
      repo.writeClass(i);
      includes.append("  include svc::c").append(i).append('\n');
      common.append(settings(i, "port: " + (8000 + i) + ", level: info"));
      os.append(settings(i, "options: {owner: root, mode: '0644'}"));
      role.append(settings(i, "members: [a" + i + ", b" + i + ", c" + i + "]"));
      node.append(i % 10 == 0 ? settings(i, "level: debug, members: [d]") : "");
    }
    repo.file("data/common.yaml", common);
    repo.file("data/os/Debian.yaml", os);
    repo.file("data/role/bench.yaml", role);
    repo.file("data/node/node.yaml", node);
    repo.file("manifests/site.pp", "node default {\n" + includes + "}\n");
  }

  private static String settings(int i, String flow) {
    return "svc::c" + i + "::settings: {" + flow + "}\n";
  }

  private void writeClass(int i) throws IOException {
    file(
        "modules/svc/manifests/c" + i + ".pp",
        """
        class svc::c@I@ (
          Svc::Settings $settings,
          String[1] $ensure = 'present',
          Optional[Integer[1]] $limit = undef,
        ) {
          $all = svc::defaults($settings)
          $names = $all['members'].map |$m| { svc::slug("c@I@ ${m}") }
          file { '/etc/svc/c@I@.conf':
            ensure  => $ensure,
            mode    => $all['options']['mode'],
            content => epp('svc/conf.epp', { 'name' => 'c@I@', 'settings' => $all }),
          }
          $names.each |Integer $n, String $name| {
            svc::member { $name: port => $all['port'] + $n, level => $all['level'] }
          }
          if $all['level'] == 'debug' or $limit =~ Integer {
            notify { 'c@I@ is watched': loglevel => 'debug' }
          }
        }
        """
            .replace("@I@", Integer.toString(i)));
  }

  private void writeShared() throws IOException {
    file("environment.conf", "modulepath = modules\n");
    file(
        "hiera.yaml",
        """
        version: 5
        defaults: {datadir: data, data_hash: yaml_data}
        hierarchy:
          - {name: node, path: node/node.yaml}
          - {name: role, path: "role/%{facts.role}.yaml"}
          - {name: os, path: "os/%{facts.os.family}.yaml"}
          - {name: common, path: common.yaml}
        """);
    file(
        "modules/svc/types/settings.pp",
        """
        type Svc::Settings = Struct[{
          port              => Integer[1, 65535],
          level             => Enum[debug, info, warn],
          Optional[options] => Hash[String, String],
          Optional[members] => Array[String[1]],
        }]
        """);
    file(
        "modules/svc/functions/defaults.pp",
        """
        function svc::defaults(Svc::Settings $given) >> Hash[String, Any] {
          $fallback = { 'options' => { 'owner' => 'nobody', 'mode' => '0600' }, 'members' => [] }
          $fallback + $given.filter |$k, $v| { $v !~ Undef }
        }
        """);
    file(
        "modules/svc/functions/slug.pp",
        """
        function svc::slug(String $text) >> String[1] {
          $text.downcase.regsubst('[^a-z0-9]+', '-', 'G')
        }
        """);
    file(
        "modules/svc/manifests/member.pp",
        """
        define svc::member(Integer[1, 65535] $port, String $level) {
          file { "/etc/svc/members/${title}":
            content => "${title} ${port} ${level} ${lookup('svc::domain')}\\n",
            tag     => ['member', "level-${level}"],
          }
          -> service { "svc@${title}":
            ensure => running,
            enable => $level ? { 'debug' => false, default => true },
          }
        }
        """);
    file(
        "modules/svc/templates/conf.epp",
        """
        <%- | String $name, Hash $settings | -%>
        [<%= $name %>]
        <% $settings.each |$key, $value| { -%>
        <%= $key %> = <%= $value %>
        <% } -%>
        """);
  }

  private void file(String name, CharSequence text) throws IOException {
    Path file = environment.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }
}
