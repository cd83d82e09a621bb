// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's puppet agent with a configuration directory of its own. */
final class PuppetAgent {

  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/puppet"), Path.of("/opt/puppetlabs/bin/puppet"));

  private final String certname;
  private final Path directory;
  private final int port;

  PuppetAgent(String certname, Path directory, int port) {
    this.certname = certname;
    this.directory = directory;
    this.port = port;
  }

  static boolean isInstalled() {
    return PLACES.stream().anyMatch(Files::isExecutable);
  }

  /** Runs {@code puppet agent --test}, which implies detailed exit codes. */
  Command test(String... options) {
    Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    List<String> words =
        new ArrayList<>(
            List.of(
                program.toString(),
                "agent",
                "--test",
                "--color=false",
                "--waitforcert=0",
                "--server=localhost",
                "--serverport=" + port,
                "--certname=" + certname,
                "--confdir=" + directory.resolve("conf"),
                "--vardir=" + directory.resolve("var"),
                "--ssldir=" + directory.resolve("ssl"),
                "--keylength=2048"));
    words.addAll(List.of(options));
    return Command.run(words, Map.of("LANG", "C.UTF-8"));
  }

  /** Where plugins are synchronised to. */
  Path plugins() {
    return directory.resolve("var").resolve("lib");
  }
}
