// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.compiler.port.KnownResourceTypes;
import io.bunraku.compiler.port.ResourceTypeInfo;
import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UniquenessTest {

  private final KnownResourceTypes types = KnownResourceTypes.load();
  private final ResourceTypeInfo sshkey = Objects.requireNonNull(types.ofModules("sshkey"));

  @Test
  void pathOfAFileHasNoTrailingSlash() {
    assertThat(Uniqueness.key(types.core("file"), "File", "/tmp/x//")).containsExactly("/tmp/x");
    assertThat(Uniqueness.key(types.core("file"), "File", "/")).containsExactly("/");
  }

  @Test
  void titleOfSeveralNamevarsIsTheName() {
    assertThat(Uniqueness.key(types.core("package"), "Package", "vim"))
        .isEqualTo(List.of(Undef.UNDEF, "vim", Undef.UNDEF));
  }

  @Test
  void titleIsSplitByTheFirstPatternThatMatches() {
    assertThat(Uniqueness.parseTitle(sshkey, "host@ed25519"))
        .containsEntry("name", "host")
        .containsEntry("type", "ed25519");
    assertThat(Uniqueness.parseTitle(sshkey, "host")).containsOnlyKeys("name");
  }
}
