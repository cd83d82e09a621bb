// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void segmentsAreCapitalized() {
    assertThat(Names.capitalizeSegments("foo::bar_baz")).isEqualTo("Foo::Bar_baz");
    assertThat(Names.capitalizeSegments("Foo::bar")).isEqualTo("Foo::bar");
  }

  @Test
  void classWithoutNameIsMain() {
    assertThat(Names.classTitle("")).isEqualTo("main");
    assertThat(Names.classTitle("main")).isEqualTo("Main");
  }

  @Test
  void referenceIsSplitAtItsFirstBracket() {
    assertThat(Names.splitReference("File[/a[1]]")).containsExactly("File", "/a[1]");
    assertThat(Names.splitReference("no reference")).isNull();
  }
}
