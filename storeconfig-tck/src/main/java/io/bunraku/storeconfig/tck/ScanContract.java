// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PrefixDrop;
import io.bunraku.storeconfig.spi.Projection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Law 4: what is acknowledged appears in scans. */
public abstract class ScanContract extends BackendContract {
  /** More than a page of any backend is likely to hold; fewer where each write is slow. */
  protected int many() {
    return 2500;
  }

  @Test
  void law4_anEmptyStoreHasNothing() {
    assertThat(scan("", Projection.HEADS)).isEmpty();
    assertThat(scan("facts/", Projection.VALUES)).isEmpty();
  }

  @Test
  void law4_headsShowKeysTokensAndAttributes() {
    Key key = Key.of("facts", "a");
    put(key, value("one", Map.of("digest", "d1")));
    List<Entry> heads = scanUntil("facts/", Projection.HEADS, e -> e.size() == 1);
    Entry head = heads.get(0);
    assertThat(head.key()).isEqualTo(key);
    assertThat(head.attributes()).containsEntry("digest", "d1");
    assertThat(head.token()).isEqualTo(read(key).token());
    assertThat(head.values()).isEmpty();
  }

  @Test
  void law4_valuesShowContent() {
    put(Key.of("facts", "a"), value("one"));
    List<Entry> entries = scanUntil("facts/", Projection.VALUES, e -> e.size() == 1);
    assertThat(texts(entries.get(0).values())).containsExactly("one");
  }

  @Test
  void law4_aChangedDocumentHasAnotherToken() {
    Key key = Key.of("facts", "a");
    put(key, value("one"));
    Entry before = scanUntil("facts/", Projection.HEADS, e -> e.size() == 1).get(0);
    put(key, value("two"), read(key).token());
    scanUntil("facts/", Projection.HEADS, e -> !e.get(0).token().equals(before.token()));
  }

  @Test
  void law4_aPrefixIsExact() {
    for (String path : new String[] {"f/a", "f/b/c", "fa/a", "f0", "f", "e/f/a", "f//a", "g/a"}) {
      if (!path.contains("//")) {
        put(new Key(path), value(path));
      }
    }
    assertThat(scanUntil("f/", Projection.HEADS, e -> e.size() == 2))
        .extracting(e -> e.key().path())
        .containsExactlyInAnyOrder("f/a", "f/b/c");
    assertThat(scanUntil("", Projection.HEADS, e -> e.size() == 7)).hasSize(7);
  }

  @Test
  void law4_aDroppedPrefixIsGoneAndNothingElse() {
    PrefixDrop drop =
        orSkip(backend().ability(PrefixDrop.class), "the backend drops nothing at once");
    KeyPrefix day = new KeyPrefix("reports/2020-01-05/");
    assumeTrue(drop.canDrop(day), "not a day at once");
    List<String> others = List.of("reports/2020-01-06/a", "reports/2020-01-05", "facts/a");
    others.forEach(path -> put(new Key(path), value(path)));
    int many = Math.min(1100, many());
    IntStream.range(0, many)
        .forEach(i -> put(Key.of("reports", "2020-01-05", "nod\u00e9" + i), value("v")));
    scanUntil("reports/", Projection.HEADS, e -> e.size() == many + 2);
    drop.drop(day);
    assertThat(drop.drop(day)).as("nothing is left").isZero();
    assertThat(scanUntil("", Projection.HEADS, e -> e.size() == others.size()))
        .extracting(e -> e.key().path())
        .containsExactlyInAnyOrderElementsOf(others);
    assertThat(read(Key.of("reports", "2020-01-05", "nod\u00e90")).isAbsent()).isTrue();
  }

  @Test
  void law4_eachOfManyKeysAppearsOnce() {
    int many = many();
    IntStream.range(0, many).forEach(i -> put(Key.of("many", "node" + i), value("v" + i)));
    List<String> expected = IntStream.range(0, many).mapToObj(i -> "many/node" + i).toList();
    assertThat(scanUntil("many/", Projection.HEADS, e -> e.size() == many))
        .extracting(e -> e.key().path())
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(scanUntil("many/", Projection.VALUES, e -> e.size() == many))
        .allMatch(e -> texts(e.values()).get(0).equals("v" + e.key().name().substring(4)));
  }

  @Test
  void law4_aDeletedKeyIsShownNoMoreInTheEnd() {
    put(Key.of("facts", "a"), value("a"));
    put(Key.of("facts", "b"), value("b"));
    remove(Key.of("facts", "a"));
    assertThat(scanUntil("facts/", Projection.HEADS, e -> e.size() == 1))
        .extracting(e -> e.key().name())
        .containsExactly("b");
  }

  @Test
  void law4_aScanCanBeLeftAndClosedTwice() {
    IntStream.range(0, 50).forEach(i -> put(Key.of("many", "n" + i), value("v")));
    Cursor<Entry> cursor =
        patiently(() -> backend().scan(new KeyPrefix("many/"), Projection.VALUES));
    assertThat(cursor.hasNext()).isTrue();
    assertThat(cursor.next().key().path()).startsWith("many/");
    cursor.close();
    cursor.close();
    assertThat(texts(Key.of("many", "n1"))).containsExactly("v");
  }

  @Test
  void law4_writesDuringAScanNeitherFailItNorAreLost() {
    IntStream.range(0, 200).forEach(i -> put(Key.of("many", "n" + i), value("v")));
    try (Cursor<Entry> cursor =
        patiently(() -> backend().scan(new KeyPrefix("many/"), Projection.HEADS))) {
      int seen = 0;
      while (patiently(cursor::hasNext)) {
        Key key = cursor.next().key();
        put(Key.of("other", key.name()), value("w"));
        seen++;
      }
      assertThat(seen).isEqualTo(200);
    }
    scanUntil("other/", Projection.HEADS, e -> e.size() == 200);
  }
}
