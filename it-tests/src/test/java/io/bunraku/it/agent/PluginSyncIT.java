// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugins of forty real modules reach a real agent, once. */
class PluginSyncIT {

  private static final int MODULES = 40;
  private static final String NAME = "plugins.example.com";

  @TempDir Path directory;

  @Test
  void synchronisesAllPluginsOnceAndThenNone() throws IOException {
    assumeTrue(
        PuppetAgent.isInstalled(), "puppet-agent is not installed: apt install puppet-agent");
    assumeTrue(
        ControlRepo.modulesAreInstalled(),
        "no modules in /usr/share/puppet/modules: apt install puppet-module-*");
    ControlRepo repo = new ControlRepo(directory.resolve("code"));
    repo.file("manifests/site.pp", "node default { }\n");
    List<Path> modules = repo.linkModules(MODULES);
    try (RunningMaster master = RunningMaster.start(directory, "autosign: true")) {
      PuppetAgent agent = new PuppetAgent(NAME, directory.resolve("agent"), master.port());

      Command first = agent.test("--noop");
      assertThat(first.exit()).as(tail(first)).isIn(0, 2);
      assertThat(relativeFiles(agent.plugins())).isEqualTo(pluginsOf(modules));

      Command second = agent.test("--noop");
      assertThat(second.exit()).as(tail(second)).isIn(0, 2);
      assertThat(second.output()).contains("Retrieving plugin").doesNotContain("defined content");
    }
  }

  private static Set<String> pluginsOf(List<Path> modules) throws IOException {
    Set<String> all = new TreeSet<>(Set.of("facter/bunraku_code.rb")); // every master's own
    for (Path module : modules) {
      all.addAll(relativeFiles(module.resolve("lib")));
    }
    return all;
  }

  private static Set<String> relativeFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      Set<String> names = new TreeSet<>();
      files
          .filter(Files::isRegularFile)
          .forEach(file -> names.add(root.relativize(file).toString()));
      return names;
    }
  }

  private static String tail(Command command) {
    String output = command.output();
    return output.substring(Math.max(0, output.length() - 4000));
  }
}
