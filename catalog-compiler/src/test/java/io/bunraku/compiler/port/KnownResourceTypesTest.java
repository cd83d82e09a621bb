// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class KnownResourceTypesTest {

  private final KnownResourceTypes types = KnownResourceTypes.load();

  @Test
  void coreTypesExistEverywhere() {
    ResourceTypeInfo exec = Objects.requireNonNull(types.core("exec"));
    assertThat(exec.namevar()).isEqualTo("command");
    assertThat(exec.isomorphic()).isFalse();
    assertThat(exec.parameters()).contains("command", "refreshonly", "returns");
  }

  @Test
  void typesOfModulesAreKnownButNotCore() {
    assertThat(types.core("cron")).isNull();
    assertThat(types.ofModules("cron")).isNotNull();
  }
}
