// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static io.bunraku.storeconfig.tck.Samples.DEV;
import static io.bunraku.storeconfig.tck.Samples.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.CodeStore;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.CodeVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Versions of code over the backend, with two masters on one store. */
public abstract class CodeContract extends TwoMasters {

  @Test
  void law1_aCodedirIsPublishedAndAStaleCheckoutIsNot() {
    CodeStore.Published first = one.code().publish(PRODUCTION, "tree1", 8);
    assertThat(first).isInstanceOf(CodeStore.Published.New.class);
    assertThat(two.code().publish(PRODUCTION, "tree1", 8))
        .isEqualTo(new CodeStore.Published.Current(first.head()));
    CodeVersion second = two.code().publish(PRODUCTION, "tree2", 8).head();
    assertThat(second.generation()).isGreaterThan(first.head().generation());
    assertThat(one.code().publish(PRODUCTION, "tree1", 8))
        .isEqualTo(new CodeStore.Published.Stale(second, first.head().generation()));
    CodeVersion third = one.code().publish(PRODUCTION, "tree2", 7).head();
    assertThat(two.code().head(PRODUCTION)).contains(third);
    assertThat(one.code().history(PRODUCTION)).containsExactly(third, second, first.head());
  }

  @Test
  void law2_aDeployNeedsTheHeadThatItHasSeen() {
    CodeVersion first = one.code().deploy(PRODUCTION, "tree1", 8, 0).orElseThrow();
    assertThat(two.code().deploy(PRODUCTION, "tree2", 8, 0)).isEmpty();
    CodeVersion second =
        two.code().deploy(PRODUCTION, "tree2", 8, first.generation()).orElseThrow();
    CodeVersion back = one.code().deploy(PRODUCTION, "tree1", 8, second.generation()).orElseThrow();
    assertThat(back.generation()).isGreaterThan(second.generation());
    assertThat(two.code().head(PRODUCTION)).contains(back);
  }

  @Test
  void law2_aRemovedEnvironmentGoesOnCounting() {
    CodeVersion first = one.code().publish(PRODUCTION, "tree1", 8).head();
    one.code().publish(DEV, "tree1", 8);
    two.code().remove(PRODUCTION);
    assertThat(one.code().heads()).extracting(CodeVersion::environment).containsExactly(DEV);
    assertThat(one.code().publish(PRODUCTION, "tree1", 8).head().generation())
        .isGreaterThan(first.generation() + 1);
  }

  @Test
  void law2_oneGenerationIsOneTree() {
    int each = isReliable() ? 10 : 4;
    List<CodeVersion> all = Collections.synchronizedList(new ArrayList<>());
    inParallel(
        List.of(one, two, one, two),
        stores ->
            IntStream.range(0, each)
                .forEach(i -> {
                  String tree = "tree-" + Thread.currentThread().threadId() + "-" + i;
                  all.add(stores.code().publish(PRODUCTION, tree, 8).head());
                }));
    Set<String> trees = new TreeSet<>();
    all.forEach(v -> trees.add(v.generation() + " " + v.tree()));
    Set<Long> generations = new TreeSet<>();
    all.forEach(v -> generations.add(v.generation()));
    assertThat(trees).hasSameSizeAs(generations);
    assertThat(one.code().history(PRODUCTION))
        .extracting(v -> v.generation() + " " + v.tree())
        .containsAll(trees);
  }

  @Test
  void law7_contentIsKeptByItsHash() {
    Bytes content = Bytes.utf8("class a { }");
    String hash = one.code().putBlob(content);
    assertThat(two.code().putBlob(content)).isEqualTo(hash);
    assertThat(two.code().blob(hash)).contains(content);
    assertThat(two.code().blob("0".repeat(64))).isEmpty();
  }
}
