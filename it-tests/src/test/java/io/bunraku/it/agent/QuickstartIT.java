// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first line of the README promises. */
class QuickstartIT {

  @TempDir private Path directory;

  @Test
  void showsACompiledCatalogAndCanBeRepeated() {
    Command first = quickstart();
    assertThat(first.exit()).as(first.output()).isZero();
    assertThat(first.output())
        .contains("Catalog of web1.example.com: environment production, version 1,")
        .contains("File[/etc/motd]", "Role::Web", "puppet agent --test")
        .doesNotContain("WARN", "ERROR");

    Command again = quickstart();
    assertThat(again.exit()).as(again.output()).isZero();
    assertThat(again.output()).contains("version 1,");
  }

  private Command quickstart() {
    return Command.run(
        RunningMaster.LAUNCHER.toString(),
        "quickstart",
        "--once",
        "--port=0",
        "--dir=" + directory.resolve("try"));
  }
}
