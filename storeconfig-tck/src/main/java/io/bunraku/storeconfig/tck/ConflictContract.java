// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Law 2, in the model that the traits name and not in the other; and law 8. */
public abstract class ConflictContract extends BackendContract {

  @Test
  void law2_ofTwoThatCreateNoneIsLost() {
    Key key = anyKey();
    put(key, value("first"));
    verifyLater(key, write(key, value("second"), Token.ABSENT), "first", "second");
  }

  @Test
  void law2_aWriteWithAnOldTokenNeverSilentlyWins() {
    Key key = anyKey();
    Token old = put(key, value("old"));
    put(key, value("first"), read(key).token());
    verifyLater(key, write(key, value("second"), old), "first", "second");
  }

  /** Either the later write lost and says so, or both stand. */
  private void verifyLater(Key key, WriteOutcome later, String first, String second) {
    if (comparesAndSets()) {
      assertThat(later).isInstanceOf(WriteOutcome.Conflict.class);
      assertThat(texts(key)).containsExactly(first);
    } else {
      assertThat(later).isInstanceOf(WriteOutcome.Written.class);
      assertThat(texts(key)).containsExactly(first, second);
    }
  }

  @Test
  void law2_siblingsAreReplacedTogetherByWhoHasSeenBoth() {
    assumeTrue(!comparesAndSets(), "compare-and-set has no siblings");
    Key key = anyKey();
    put(key, value("a"));
    put(key, value("b"), Token.ABSENT);
    put(key, value("c"), read(key).token());
    assertThat(texts(key)).containsExactly("c");
  }

  @Test
  void law2_aWriteThatHasSeenOneSiblingKeepsTheOther() {
    assumeTrue(!comparesAndSets(), "compare-and-set has no siblings");
    Key key = anyKey();
    put(key, value("a"));
    Token onlyA = read(key).token();
    put(key, value("b"), Token.ABSENT);
    put(key, value("c"), onlyA);
    assertThat(texts(key)).containsExactly("b", "c");
  }

  @Test
  void law2_compareAndSetNeverShowsTwoValues() {
    assumeTrue(comparesAndSets(), "siblings show two values");
    Key key = anyKey();
    put(key, value("a"));
    for (int i = 0; i < 20; i++) {
      write(key, value("b" + i), Token.ABSENT);
      assertThat(read(key).values()).hasSize(1);
    }
  }

  @Test
  void law2_aDeletionWithAnOldTokenDeletesNothingNewer() {
    Key key = anyKey();
    Token old = put(key, value("old"));
    put(key, value("new"), read(key).token());
    WriteOutcome outcome = patiently(() -> backend().delete(key, old));
    assertThat(texts(key)).containsExactly("new");
    if (comparesAndSets()) {
      assertThat(outcome).isInstanceOfAny(WriteOutcome.Conflict.class, WriteOutcome.Unknown.class);
    }
  }

  /** A version that starts anew with the document would take the old token for the new one. */
  @Test
  void law2_aTokenFromBeforeADeletionIsOld() {
    Key key = anyKey();
    Token old = put(key, value("same"));
    remove(key);
    Token again = put(key, value("same again"), read(key).token());
    assertThat(again).isNotEqualTo(old);
    verifyLater(key, write(key, value("stale"), old), "same again", "stale");
  }

  @Test
  void law2_anUpdateOfADeletedDocumentDoesNotSilentlyBringItBack() {
    assumeTrue(comparesAndSets(), "siblings bring it back as a sibling");
    Key key = anyKey();
    Token old = put(key, value("one"));
    remove(key);
    assertThat(write(key, value("two"), old)).isInstanceOf(WriteOutcome.Conflict.class);
    assertThat(read(key)).matches(Stored::isAbsent);
  }

  @Test
  void law2_writesAtOnceAreAllOrNothing() {
    AtomicWrites atomic =
        orSkip(backend().ability(AtomicWrites.class), "the backend offers no transactions");
    Key current = anyKey();
    Key old = anyKey();
    Token seen = put(current, value("current"));
    put(old, value("old"));
    List<AtomicWrites.Write> writes =
        List.of(
            new AtomicWrites.Write(current, value("both"), seen),
            new AtomicWrites.Write(old, value("both too"), Token.ABSENT));
    List<WriteOutcome> outcomes = patiently(() -> atomic.writeAll(writes));
    assertThat(outcomes).hasSize(2).noneMatch(o -> o instanceof WriteOutcome.Written);
    assertThat(texts(current)).containsExactly("current");
    assertThat(texts(old)).containsExactly("old");
  }

  @Test
  void law1_writesAtOnceGiveATokenEach() {
    AtomicWrites atomic =
        orSkip(backend().ability(AtomicWrites.class), "the backend offers no transactions");
    Key a = anyKey();
    Key b = anyKey();
    List<AtomicWrites.Write> writes =
        List.of(
            new AtomicWrites.Write(a, value("a"), Token.ABSENT),
            new AtomicWrites.Write(b, value("b"), Token.ABSENT));
    List<WriteOutcome> outcomes = patiently(() -> atomic.writeAll(writes));
    if (outcomes.get(0) instanceof WriteOutcome.Written first) {
      assertThat(read(a).token()).isEqualTo(first.token());
      assertThat(outcomes.get(1)).isEqualTo(new WriteOutcome.Written(read(b).token()));
    } else {
      assertThat(outcomes).allMatch(o -> o instanceof WriteOutcome.Unknown);
    }
  }

  @Test
  void law8_aHealthyStoreKnowsItsOutcomes() {
    assumeTrue(isReliable(), "the store has faults on purpose");
    for (int i = 0; i < 50; i++) {
      Key key = anyKey();
      WriteOutcome created = backend().write(key, value("a" + i), Token.ABSENT);
      assertThat(created).isInstanceOf(WriteOutcome.Written.class);
      WriteOutcome again = backend().write(key, value("b" + i), Token.ABSENT);
      assertThat(again).isNotInstanceOf(WriteOutcome.Unknown.class);
    }
  }
}
