// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PagedCursorTest {
  private final Deque<List<Integer>> pages = new ArrayDeque<>();
  private int asked;

  private PagedCursor<Integer> cursor() {
    return new PagedCursor<>(() -> {
      asked++;
      return pages.poll();
    });
  }

  @Test
  void emptyPagesDoNotEndIt() {
    pages.addAll(List.of(List.of(), List.of(1, 2), List.of(), List.of(), List.of(3), List.of()));
    List<Integer> read = new ArrayList<>();
    cursor().forEachRemaining(read::add);
    assertThat(read).containsExactly(1, 2, 3);
  }

  @Test
  void theBeginningIsReadAtOnceAndNoMore() {
    pages.addAll(List.of(List.of(), List.of(1), List.of(2)));
    PagedCursor<Integer> cursor = cursor();
    assertThat(asked).isEqualTo(2);
    assertThat(cursor.next()).isEqualTo(1);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadAtTheBeginningIsThrownThere() {
    assertThatThrownBy(() ->
            new PagedCursor<Integer>(() -> {
              throw new StoreUnavailableException("away");
            }))
        .hasMessage("away");
  }

  @Test
  void afterTheEndNobodyIsAsked() {
    pages.add(List.of(1));
    PagedCursor<Integer> cursor = cursor();
    cursor.next();
    assertThat(cursor.hasNext()).isFalse();
    int before = asked;
    assertThatThrownBy(cursor::next).isInstanceOf(NoSuchElementException.class);
    assertThat(asked).isEqualTo(before);
  }

  @Test
  void whenItIsClosedItIsEmpty() {
    pages.addAll(List.of(List.of(1, 2), List.of(3)));
    PagedCursor<Integer> cursor = cursor();
    cursor.close();
    cursor.close();
    assertThat(cursor.hasNext()).isFalse();
    assertThat(asked).isEqualTo(1);
  }
}
