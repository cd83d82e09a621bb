// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextCacheTest {

  private final TextCache<String, StringBuilder> cache = new TextCache<>(10, 10);
  private final List<String> made = new ArrayList<>();

  private StringBuilder get(String text) {
    return cache.get(
        text,
        text.length(),
        () -> {
          made.add(text);
          return new StringBuilder(text);
        });
  }

  @Test
  void equalTexts_areMadeOnce() {
    assertThat(get("abc")).isSameAs(get("abc"));
    assertThat(made).containsExactly("abc");
  }

  @Test
  void textsThatPassByOnce_doNotPushOutSharedOnes() {
    StringBuilder shared = get("shared");
    assertThat(get("shared")).isSameAs(shared);
    for (int i = 0; i < 100; i++) {
      var unused = get("single " + i);
    }
    assertThat(get("shared")).isSameAs(shared);
    assertThat(made).hasSize(101);
  }

  @Test
  void textThatIsHeldElsewhere_isFoundThoughItWasPushedOut() {
    StringBuilder held = get("held");
    var unused = get("0123456789");
    System.gc();
    assertThat(get("held")).isSameAs(held);
    assertThat(made).containsExactly("held", "0123456789");
  }

  @Test
  void textThatNobodyHolds_isMadeAgain() {
    var unused = get("unheld");
    unused = get("0123456789");
    System.gc(); // a full collection takes what is weakly held
    unused = get("unheld");
    assertThat(made).containsExactly("unheld", "0123456789", "unheld");
  }

  @Test
  void failure_isNotKept() {
    assertThatThrownBy(() -> cache.get("abc", 3, TextCacheTest::fail))
        .isInstanceOf(IllegalStateException.class);
    assertThat(get("abc")).asString().isEqualTo("abc");
  }

  private static StringBuilder fail() {
    throw new IllegalStateException("no");
  }
}
