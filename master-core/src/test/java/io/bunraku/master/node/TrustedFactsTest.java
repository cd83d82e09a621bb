// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.compiler.value.Undef;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrustedFactsTest {

  @Test
  void aNameIsSplitAtItsFirstDot() {
    assertThat(TrustedFacts.remote("web1.example.com", Map.of("pp_role", "web")))
        .containsEntry("authenticated", "remote")
        .containsEntry("certname", "web1.example.com")
        .containsEntry("hostname", "web1")
        .containsEntry("domain", "example.com")
        .containsEntry("extensions", Map.of("pp_role", "web"))
        .containsEntry("external", Map.of());
    assertThat(TrustedFacts.local("web1")).containsEntry("domain", Undef.UNDEF);
  }

  @Test
  void withoutACertificateNothingIsTrusted() {
    assertThat(TrustedFacts.unauthenticated())
        .containsEntry("authenticated", false)
        .containsEntry("certname", Undef.UNDEF);
  }

  @Test
  void factsHaveNoNothing() {
    Map<String, Object> nested = new LinkedHashMap<>();
    nested.put("a", null);
    assertThat(LanguageValues.facts(Map.of("x", Arrays.asList(1, null), "m", nested)))
        .containsEntry("x", List.of(1L, ""))
        .containsEntry("m", Map.of("a", ""));
  }
}
