// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.compiler.LanguageVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the originals call nodes in the titles of their catalogs. */
final class NodeRegexpNameTest {

  @ParameterizedTest
  @CsvSource({
    "'^node\\d', noded, noded",
    "'(?=n)', n, LPQUEQnRP",
    "'(?i:n)', i:n, LPQUi:nRP",
    "'..Web[1-9]', web1-9, web1-9",
    "'a(?!b(c)?)\\.d', abc.d, aLPQUEXbLPcRP.d",
  })
  void namesHaveWhatOfAnExpressionCanBeInAName(String pattern, String in7, String in8) {
    assertThat(NodeRegexpName.of(pattern, LanguageVersion.PUPPET_7))
        .isEqualTo("__node_regexp__" + in7);
    assertThat(NodeRegexpName.of(pattern, LanguageVersion.PUPPET_8))
        .isEqualTo("__node_regexp__" + in8);
  }
}
