// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.compiler.value.Undef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecClassifierTest {

  @TempDir private Path directory;

  private NodeClassification classify(String script) throws Exception {
    return classify(script, Duration.ofSeconds(30));
  }

  private NodeClassification classify(String script, Duration timeout) throws Exception {
    return new ExecClassifier(program(script) + " --flag", timeout).classify("web1");
  }

  private Path program(String script) throws IOException {
    Path file = Files.writeString(directory.resolve("enc"), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }

  @Test
  void classesAreAListOrAHash() throws Exception {
    assertThat(classify("echo 'classes: [b, a]'").classes()).containsOnlyKeys("b", "a");
    NodeClassification found =
        classify(
            """
            cat <<END
            classes:
              ntp: {servers: [one, two]}
              plain:
            parameters: {name: $2, count: 3, nothing: ~}
            environment: test
            END
            """);
    assertThat(found.environment()).isEqualTo("test");
    assertThat(found.classes())
        .containsEntry("ntp", Map.of("servers", List.of("one", "two")))
        .containsEntry("plain", null);
    assertThat(found.parameters())
        .containsEntry("name", "web1")
        .containsEntry("count", 3L)
        .containsEntry("nothing", Undef.UNDEF);
  }

  @Test
  void silenceIsAnUnknownNode() {
    assertThatThrownBy(() -> classify("echo ' '"))
        .isInstanceOf(ClassificationException.class)
        .hasMessage("Could not find node 'web1'; cannot compile");
  }

  @Test
  void aFailureIsToldInPuppetsWords() {
    assertThatThrownBy(() -> classify("echo why >&2; exit 3"))
        .hasMessage(
            "Failed when searching for node web1: Failed to find web1 via exec: Execution of '"
                + directory.resolve("enc")
                + " --flag web1' returned 3: why");
    assertThatThrownBy(() -> classify("echo 'a: b: c'"))
        .hasMessageStartingWith(
            "Failed when searching for node web1: Could not load external node results for web1:");
    assertThatThrownBy(() -> new ExecClassifier("enc", Duration.ofSeconds(1)).classify("web1"))
        .hasMessageContaining("fully qualified command");
    assertThatThrownBy(
            () -> new ExecClassifier("/no/such/enc", Duration.ofSeconds(1)).classify("web1"))
        .hasMessageContaining("/no/such/enc");
  }

  @Test
  void aProgramThatHangsIsKilled() {
    assertThatThrownBy(() -> classify("exec sleep 600", Duration.ofMillis(200)))
        .hasMessageContaining("it took longer than");
  }
}
