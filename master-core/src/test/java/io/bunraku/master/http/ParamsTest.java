// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParamsTest {

  @Test
  void namesComeSeveralTimesAndTheLastWins() {
    Params params = new Params().add("ignore=.svn&ignore=.git&a=1&flag&b=x%3Dy+z");
    assertThat(params.all("ignore")).containsExactly(".svn", ".git");
    assertThat(params.get("ignore")).isEqualTo(".git");
    assertThat(params.get("flag")).isEmpty();
    assertThat(params.get("b")).isEqualTo("x=y z");
    assertThat(params.get("none")).isNull();
  }

  @Test
  void aClientCannotNameItselfByParameter() {
    assertThat(new Params().add("node=other&ip=1.2.3.4").get("node")).isNull();
  }

  @Test
  void escapesAreUtf8AndMalformedOnesStay() {
    assertThat(Params.unescape("%C3%A4%2")).isEqualTo("ä%2");
    assertThat(Params.unescape("%zz+")).isEqualTo("%zz ");
    assertThat(Params.unescapePath("/a+b%2Bc")).isEqualTo("/a+b+c");
  }
}
