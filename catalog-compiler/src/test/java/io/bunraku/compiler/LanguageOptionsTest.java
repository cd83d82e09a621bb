// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.compiler.LanguageOptions.Strict;
import org.junit.jupiter.api.Test;

final class LanguageOptionsTest {

  @Test
  void puppet8IsStrictByItself() {
    assertThat(LanguageOptions.defaults(LanguageVersion.PUPPET_7))
        .isEqualTo(new LanguageOptions(LanguageVersion.PUPPET_7, Strict.WARNING, false));
    assertThat(LanguageOptions.defaults(LanguageVersion.PUPPET_8))
        .isEqualTo(new LanguageOptions(LanguageVersion.PUPPET_8, Strict.ERROR, true));
  }
}
