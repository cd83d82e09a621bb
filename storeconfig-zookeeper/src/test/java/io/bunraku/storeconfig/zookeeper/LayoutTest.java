// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.zookeeper.common.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
  private final Layout layout = new Layout("/bunraku");

  @Test
  void aDocumentIsInAShardOfItsFamily() {
    assertThat(layout.znode(new Key("facts/web01.example.org")))
        .matches("/bunraku/facts/[01][0-9a-f]/web01\\.example\\.org");
    assertThat(layout.family(new KeyPrefix("ca/requests/"))).isEqualTo("/bunraku/ca");
    assertThat(layout.family(KeyPrefix.ALL)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a/b/c",
        "./..",
        "../.",
        "a/%",
        "%",
        "文楽/人形 +",
        "a/\u0001",
        "zookeeper/quota"
      })
  void aKeyComesBackFromAPathThatZooKeeperTakes(String path) {
    String znode = layout.znode(new Key(path));
    PathUtils.validatePath(znode);
    assertThat(layout.key(znode)).isEqualTo(new Key(path));
  }

  @Test
  void whatIsAboveOrBelowADocumentHasNoKey() {
    String znode = layout.znode(new Key("facts/a"));
    assertThat(layout.key(znode + "/life")).isNull();
    assertThat(layout.key("/bunraku/facts")).isNull();
    assertThat(layout.key("/bunraku/facts/00/50%")).isNull();
    assertThat(layout.key("/elsewhere/facts/00/a")).isNull();
  }

  @Test
  void shardsAreEvenlyFilled() {
    Map<String, Long> shards =
        IntStream.range(0, 32_000)
            .mapToObj(i -> layout.znode(new Key("facts/web%05d.example.org".formatted(i))))
            .collect(Collectors.groupingBy(z -> z.split("/", -1)[3], Collectors.counting()));
    assertThat(shards).hasSize(32);
    assertThat(shards.values()).allMatch(n -> n > 500 && n < 2000);
  }
}
