// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Reads a listing page by page, and the values of some documents at once. */
final class S3Scan implements Cursor<Entry> {
  private static final int AT_ONCE = 64;

  private final Requests requests;
  private final ObjectKeys keys;
  private final KeyPrefix prefix;
  private final Projection projection;
  private @Nullable String continuation;
  private boolean last;
  private List<Listed> listed = List.of();
  private Iterator<Entry> entries = Collections.emptyIterator();

  S3Scan(Requests requests, ObjectKeys keys, KeyPrefix prefix, Projection projection) {
    this.requests = requests;
    this.keys = keys;
    this.prefix = prefix;
    this.projection = projection;
    turn();
  }

  /** A document as a listing shows it. */
  record Listed(Key key, String object, Token token) {}

  private void turn() {
    ListObjectsV2Response page = requests.list(keys.of(prefix), continuation);
    continuation = page.nextContinuationToken();
    last = !Boolean.TRUE.equals(page.isTruncated()) || continuation == null;
    listed = page.contents().stream().map(this::listed).filter(Objects::nonNull).toList();
    if (projection == Projection.HEADS) {
      entries = PageAttributes.heads(listed, requests).iterator();
      listed = List.of();
    }
  }

  private @Nullable Listed listed(S3Object object) {
    Key key = keys.parse(object.key());
    return key == null || StoredObject.isTombstone(object.size())
        ? null
        : new Listed(key, object.key(), StoredObject.token(object.eTag()));
  }

  private void readSome() {
    int count = Math.min(AT_ONCE, listed.size());
    List<Listed> some = listed.subList(0, count);
    listed = listed.subList(count, listed.size());
    List<Entry> read = new ArrayList<>(Parallel.map(some, this::read));
    read.removeIf(e -> e.values().isEmpty());
    entries = read.iterator();
  }

  /** Without values if it is gone meanwhile. */
  private Entry read(Listed document) {
    Stored now = requests.get(document.object());
    return new Entry(
        document.key(),
        now.token(),
        now.isAbsent() ? Map.of() : now.values().get(0).attributes(),
        now.values());
  }

  @Override
  public boolean hasNext() {
    while (!entries.hasNext() && !(last && listed.isEmpty())) {
      if (listed.isEmpty()) {
        turn();
      } else {
        readSome();
      }
    }
    return entries.hasNext();
  }

  @Override
  public Entry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return entries.next();
  }

  @Override
  public void close() {
    last = true;
    listed = List.of();
    entries = Collections.emptyIterator();
  }
}
