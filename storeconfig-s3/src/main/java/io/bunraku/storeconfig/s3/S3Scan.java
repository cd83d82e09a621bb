// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PagedCursor;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.Token;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Reads a listing page by page, and the values of some documents at once. */
final class S3Scan implements PagedCursor.Pages<Entry> {
  private static final int AT_ONCE = 64;

  private final Requests requests;
  private final ObjectKeys keys;
  private final KeyPrefix prefix;
  private final Projection projection;
  private @Nullable String continuation;
  private boolean last;
  private List<Listed> listed = List.of();

  S3Scan(Requests requests, ObjectKeys keys, KeyPrefix prefix, Projection projection) {
    this.requests = requests;
    this.keys = keys;
    this.prefix = prefix;
    this.projection = projection;
  }

  /** A document as a listing shows it. */
  record Listed(Key key, String object, Token token) {}

  @Override
  public @Nullable List<Entry> next() {
    if (!listed.isEmpty()) {
      return some();
    }
    if (last) {
      return null;
    }
    ListObjectsV2Response page = requests.list(keys.of(prefix), continuation);
    continuation = page.nextContinuationToken();
    last = !Boolean.TRUE.equals(page.isTruncated()) || continuation == null;
    List<Listed> all = page.contents().stream().map(this::listed).filter(Objects::nonNull).toList();
    if (projection == Projection.HEADS) {
      return PageAttributes.heads(all, requests);
    }
    listed = all;
    return List.of();
  }

  private @Nullable Listed listed(S3Object object) {
    Key key = keys.parse(object.key());
    return key == null || StoredObject.isTombstone(object.size())
        ? null
        : new Listed(key, object.key(), StoredObject.token(object.eTag()));
  }

  /** What is gone meanwhile is left out. */
  private List<Entry> some() {
    int count = Math.min(AT_ONCE, listed.size());
    List<Optional<Entry>> read =
        Parallel.map(
            listed.subList(0, count), d -> Entry.of(d.key(), requests.get(d.object()), projection));
    listed = listed.subList(count, listed.size());
    return read.stream().flatMap(Optional::stream).toList();
  }
}
