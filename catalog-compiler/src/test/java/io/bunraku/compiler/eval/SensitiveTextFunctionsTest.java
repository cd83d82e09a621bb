// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import org.junit.jupiter.api.Test;

final class SensitiveTextFunctionsTest {

  @Test
  void language8SplitsSensitiveText() {
    assertThat(
            inVersion(LanguageVersion.PUPPET_8, "unwrap(split(Sensitive('a b'), ' '))[1] == 'b'"))
        .isEqualTo("true");
  }

  @Test
  void language8SubstitutesInSensitiveText() {
    String call = "unwrap(regsubst(Sensitive('a b'), /b/, 'c')) == 'a c'";
    assertThat(inVersion(LanguageVersion.PUPPET_8, call)).isEqualTo("true");
  }

  @Test
  void language7RefusesSensitiveText() {
    assertThatThrownBy(() -> inVersion(LanguageVersion.PUPPET_7, "split(Sensitive('a b'), ' ')"))
        .hasMessageContaining("expects a String value, got Sensitive");
  }

  private static String inVersion(LanguageVersion version, String text) {
    LanguageOptions options = LanguageOptions.defaults(version);
    return Dump.of(new Evaluation(options, Limits.DEFAULT).evaluate(text));
  }
}
