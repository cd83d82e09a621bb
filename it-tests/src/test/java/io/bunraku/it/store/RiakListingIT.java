// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.riak.RiakBackendProvider;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What listings meet: storage without secondary indexes, lost answers. Always on the double. */
class RiakListingIT {

  @Test
  void withoutIndexesKeysAreListed(@TempDir Path dir) throws IOException {
    try (RiakEngine engine = RiakEngine.startDouble(dir);
        StoreBackend backend =
            new RiakBackendProvider()
                .open(new StoreSettings("riak", engine.settings("without_indexes", "b")))) {
      for (int i = 0; i < 250; i++) {
        backend.write(Key.of("many", "n" + i), Value.of(Bytes.utf8("v" + i)), Token.ABSENT);
      }
      backend.write(Key.of("manyfold", "n"), Value.of(Bytes.utf8("v")), Token.ABSENT);
      backend.delete(Key.of("many", "n7"), backend.read(Key.of("many", "n7")).token());
      assertThat(scan(backend))
          .hasSize(249)
          .allMatch(e -> e.values().get(0).bytes().text().equals("v" + e.key().name().substring(1)))
          .extracting(e -> e.key().path())
          .doesNotContain("many/n7", "manyfold/n");
    }
  }

  /** Riak 3.2 loses answers between its nodes while their buffers are full. */
  @Test
  void aReadThatTimesOutAmongOthersIsAskedOnceMoreAlone(@TempDir Path dir) throws IOException {
    try (RiakEngine engine = RiakEngine.startDouble(dir);
        StoreBackend backend =
            new RiakBackendProvider()
                .open(new StoreSettings("riak", engine.settings("first_read_lost", "b")))) {
      for (int i = 0; i < 40; i++) {
        backend.write(Key.of("many", "n" + i), Value.of(Bytes.utf8("v")), Token.ABSENT);
      }
      assertThat(scan(backend)).hasSize(40);
    }
  }

  private static List<Entry> scan(StoreBackend backend) {
    List<Entry> all = new ArrayList<>();
    try (Cursor<Entry> entries = backend.scan(new KeyPrefix("many/"), Projection.VALUES)) {
      entries.forEachRemaining(all::add);
    }
    return all;
  }
}
