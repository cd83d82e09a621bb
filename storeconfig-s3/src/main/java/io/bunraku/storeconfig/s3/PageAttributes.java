// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.Entry;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a page of heads. A listing does not show them; they cost a request a document,
 * which are made, for the whole page, when somebody looks at the first. Who compares tokens only,
 * as the replica of exports does, pays for the listing alone.
 */
final class PageAttributes {
  private final List<S3Scan.Listed> page;
  private final Requests requests;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable List<Map<String, String>> fetched;

  private PageAttributes(List<S3Scan.Listed> page, Requests requests) {
    this.page = page;
    this.requests = requests;
  }

  static List<Entry> heads(List<S3Scan.Listed> page, Requests requests) {
    PageAttributes attributes = new PageAttributes(page, requests);
    return IntStream.range(0, page.size())
        .mapToObj(i -> {
          S3Scan.Listed document = page.get(i);
          return new Entry(document.key(), document.token(), attributes.of(i), List.of());
        })
        .toList();
  }

  private Map<String, String> of(int index) {
    return new AbstractMap<>() {
      @Override
      public Set<Map.Entry<String, String>> entrySet() {
        return fetched().get(index).entrySet();
      }
    };
  }

  private List<Map<String, String>> fetched() {
    lock.lock();
    try {
      List<Map<String, String>> all = fetched;
      if (all == null) {
        all = Parallel.map(page, d -> requests.attributes(d.object()));
        fetched = all;
      }
      return all;
    } finally {
      lock.unlock();
    }
  }
}
