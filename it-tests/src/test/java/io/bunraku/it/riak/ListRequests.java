// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbIndexReq;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbIndexResp;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbListKeysReq;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbListKeysResp;
import shaded.com.basho.riak.protobuf.RiakMessageCodes;
import shaded.com.basho.riak.protobuf.RiakPB.RpbPair;
import shaded.com.google.protobuf.ByteString;

/** Listings, in several messages each, of which the last is marked. Tombstones have keys too. */
final class ListRequests {
  private static final int PART = 100;
  private static final Comparator<Found> ORDER =
      Comparator.comparing(Found::term, Place.BYTES).thenComparing(Found::key, Place.BYTES);
  private final Objects objects;

  ListRequests(Objects objects) {
    this.objects = objects;
  }

  /** An entry of an index. */
  private record Found(ByteString term, ByteString key) {

    ByteString continuation() {
      Base64.Encoder base64 = Base64.getEncoder();
      return ByteString.copyFromUtf8(
          base64.encodeToString(term.toByteArray())
              + ":"
              + base64.encodeToString(key.toByteArray()));
    }

    static Found after(ByteString continuation) {
      String[] parts = continuation.toStringUtf8().split(":", -1);
      return new Found(decoded(parts[0]), decoded(parts[1]));
    }

    private static ByteString decoded(String base64) {
      return ByteString.copyFrom(Base64.getDecoder().decode(base64));
    }
  }

  List<Frame> keys(RpbListKeysReq request) {
    String type = request.getType().toStringUtf8();
    if (BucketType.named(type) == null) {
      return List.of(ObjectRequests.NO_TYPE);
    }
    List<Frame> parts = new ArrayList<>();
    List<ByteString> keys =
        objects.bucket(type, request.getBucket().toStringUtf8()).keySet().stream()
            .map(Place::key)
            .toList();
    for (int i = 0; i < keys.size(); i += PART) {
      RpbListKeysResp.Builder part = RpbListKeysResp.newBuilder();
      part.addAllKeys(keys.subList(i, Math.min(keys.size(), i + PART)));
      parts.add(Frame.of(RiakMessageCodes.MSG_ListKeysResp, part));
    }
    parts.add(
        Frame.of(RiakMessageCodes.MSG_ListKeysResp, RpbListKeysResp.newBuilder().setDone(true)));
    return parts;
  }

  List<Frame> index(RpbIndexReq request) {
    String type = request.getType().toStringUtf8();
    BucketType known = BucketType.named(type);
    if (known == null) {
      return List.of(ObjectRequests.NO_TYPE);
    }
    if (!known.indexed()) {
      return List.of(Frame.error("{error,{indexes_not_supported,riak_kv_bitcask_backend}}"));
    }
    Stream<Found> all =
        objects.bucket(type, request.getBucket().toStringUtf8()).entrySet().stream()
            .flatMap(e -> entries(request.getIndex().toStringUtf8(), e))
            .filter(f -> isAsked(request, f.term()))
            .sorted(ORDER)
            .distinct();
    if (request.hasContinuation()) {
      Found last = Found.after(request.getContinuation());
      all = all.filter(f -> ORDER.compare(f, last) > 0);
    }
    return parts(
        request,
        request.hasMaxResults() ? all.limit(request.getMaxResults()).toList() : all.toList());
  }

  private static Stream<Found> entries(String index, Map.Entry<Place, StoredObject> object) {
    ByteString key = object.getKey().key();
    return switch (index) {
      case "$key" -> Stream.of(new Found(key, key));
      case "$bucket" ->
          Stream.of(new Found(ByteString.copyFromUtf8(object.getKey().bucket()), key));
      default ->
          object.getValue().siblings().stream()
              .flatMap(s -> s.content().getIndexesList().stream())
              .filter(p -> p.getKey().toStringUtf8().equals(index))
              .map(p -> new Found(p.getValue(), key));
    };
  }

  private static boolean isAsked(RpbIndexReq request, ByteString term) {
    if (request.getQtype() == RpbIndexReq.IndexQueryType.eq) {
      return term.equals(request.getKey());
    }
    return Place.BYTES.compare(request.getRangeMin(), term) <= 0
        && Place.BYTES.compare(term, request.getRangeMax()) <= 0;
  }

  /** A page that is full has a continuation, also when nothing follows. */
  private static List<Frame> parts(RpbIndexReq request, List<Found> page) {
    List<Frame> parts = new ArrayList<>();
    for (int i = 0; i < page.size(); i += PART) {
      List<Found> found = page.subList(i, Math.min(page.size(), i + PART));
      parts.add(Frame.of(RiakMessageCodes.MSG_IndexResp, part(request, found)));
    }
    RpbIndexResp.Builder last = RpbIndexResp.newBuilder().setDone(true);
    if (request.hasMaxResults() && page.size() == request.getMaxResults()) {
      last.setContinuation(page.get(page.size() - 1).continuation());
    }
    parts.add(Frame.of(RiakMessageCodes.MSG_IndexResp, last));
    return parts;
  }

  private static RpbIndexResp.Builder part(RpbIndexReq request, List<Found> found) {
    RpbIndexResp.Builder part = RpbIndexResp.newBuilder();
    for (Found f : found) {
      if (request.getReturnTerms()) {
        part.addResults(RpbPair.newBuilder().setKey(f.term()).setValue(f.key()));
      } else {
        part.addKeys(f.key());
      }
    }
    return part;
  }
}
