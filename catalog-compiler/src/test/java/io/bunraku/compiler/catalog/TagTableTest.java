// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagTableTest {

  private final TagTable table = new TagTable();

  @Test
  void qualifiedTagAddsItsSegments() {
    assertThat(table.add(table.empty(), "Foo::Bar", null).toList())
        .containsExactly("foo::bar", "foo", "bar");
  }

  @Test
  void listsAreAddedOneByOne() {
    assertThat(table.add(table.empty(), List.of("a", List.of("B", 5L)), null).toList())
        .containsExactly("a", "b", "5");
  }

  @Test
  void invalidTagIsRefused() {
    assertThatThrownBy(() -> table.add(table.empty(), "not valid", null))
        .isInstanceOf(EvaluationException.class)
        .hasMessage("Invalid tag 'not valid'");
  }

  @Test
  void titleThatIsNoTagIsLeftOut() {
    assertThat(table.addIfValid(table.empty(), "/etc/hosts").toList()).isEmpty();
    assertThat(table.addIfValid(table.empty(), ".hidden").toList()).isEmpty();
    assertThat(table.addIfValid(table.empty(), "Über-1.0").toList()).containsExactly("über-1.0");
  }

  @Test
  void equalListsAreOneObject() {
    TagList one = table.empty().with("a").with("b");
    TagList other = table.empty().with("a").merge(table.empty().with("b").with("a"));
    assertThat(other).isSameAs(one);
  }

  @Test
  void mergeKeepsTheFirstOrder() {
    TagList left = table.empty().with("x").with("y");
    TagList right = table.empty().with("z").with("x");
    assertThat(left.merge(right).toList()).containsExactly("x", "y", "z");
    assertThat(left.contains("z")).isFalse();
  }
}
