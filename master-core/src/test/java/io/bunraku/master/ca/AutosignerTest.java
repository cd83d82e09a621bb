// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosignerTest {

  @TempDir Path directory;

  @Test
  void trueSignsAllAndFalseNone() {
    assertThat(Autosigner.of("true").accepts("a", "")).isTrue();
    assertThat(Autosigner.of("false").accepts("a", "")).isFalse();
    assertThat(Autosigner.of(directory.resolve("none").toString()).accepts("a", "")).isFalse();
  }

  @Test
  void aFileListsNamesAndGlobs() throws IOException {
    Path file = directory.resolve("autosign.conf");
    Files.writeString(file, "# who\n\nexact.example.com\n*.web.example.com\nbad name\n");
    Autosigner autosigner = Autosigner.of(file.toString());
    assertThat(autosigner.accepts("exact.example.com", "")).isTrue();
    assertThat(autosigner.accepts("a.web.example.com", "")).isTrue();
    assertThat(autosigner.accepts("a.web.example.org", "")).isFalse();
    assertThat(autosigner.accepts("aweb.example.com", "")).isFalse();
    assertThat(autosigner.accepts("bad name", "")).isFalse();
  }

  @Test
  void anExecutableGetsTheNameAndTheRequest() throws IOException {
    Path script = directory.resolve("sign.sh");
    Files.writeString(script, "#!/bin/sh\n[ \"$1\" = good ] && grep -q REQUEST\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    Autosigner autosigner = Autosigner.of(script.toString());
    assertThat(autosigner.accepts("good", "REQUEST")).isTrue();
    assertThat(autosigner.accepts("good", "none")).isFalse();
    assertThat(autosigner.accepts("bad", "REQUEST")).isFalse();
  }
}
