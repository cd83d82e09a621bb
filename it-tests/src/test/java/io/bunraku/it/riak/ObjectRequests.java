// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbContent;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbDelReq;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbGetReq;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbGetResp;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbPutReq;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbPutResp;
import shaded.com.basho.riak.protobuf.RiakMessageCodes;
import shaded.com.google.protobuf.ByteString;

/** Reads, writes and deletions of single objects. Quorums mean nothing where nothing is copied. */
final class ObjectRequests {
  static final Frame NO_TYPE = Frame.error("no_type");
  private static final Set<Place> TRIED = ConcurrentHashMap.newKeySet();
  private final Objects objects;

  ObjectRequests(Objects objects) {
    this.objects = objects;
  }

  Frame get(RpbGetReq request) {
    if (BucketType.named(request.getType().toStringUtf8()) == null) {
      return NO_TYPE;
    }
    Place place = place(request.getType(), request.getBucket(), request.getKey());
    if (request.getType().toStringUtf8().equals(BucketType.FIRST_READ_LOST) && TRIED.add(place)) {
      return Frame.error("timeout");
    }
    StoredObject object = objects.get(place);
    if (object == null) {
      return Frame.of(RiakMessageCodes.MSG_GetResp);
    }
    RpbGetResp.Builder response = RpbGetResp.newBuilder().setVclock(object.clock().encoded());
    if (object.isTombstone()) {
      return request.getDeletedvclock() && !isConsistent(request.getType())
          ? Frame.of(RiakMessageCodes.MSG_GetResp, response)
          : Frame.of(RiakMessageCodes.MSG_GetResp);
    }
    if (request.hasIfModified() && request.getIfModified().equals(object.clock().encoded())) {
      return Frame.of(RiakMessageCodes.MSG_GetResp, response.setUnchanged(true));
    }
    return Frame.of(
        RiakMessageCodes.MSG_GetResp, response.addAllContent(contents(object, request.getHead())));
  }

  private static boolean isConsistent(ByteString type) {
    BucketType known = BucketType.named(type.toStringUtf8());
    return known != null && known.consistent();
  }

  private static Place place(ByteString type, ByteString bucket, ByteString key) {
    return new Place(type.toStringUtf8(), bucket.toStringUtf8(), key);
  }

  private static List<RpbContent> contents(StoredObject object, boolean head) {
    return object.siblings().stream()
        .map(StoredObject.Sibling::content)
        .map(c -> head ? c.toBuilder().setValue(ByteString.EMPTY).build() : c)
        .toList();
  }

  Frame put(RpbPutReq request) {
    BucketType type = BucketType.named(request.getType().toStringUtf8());
    if (type == null) {
      return NO_TYPE;
    }
    Place place = place(request.getType(), request.getBucket(), request.getKey());
    // as in Riak, between this look and the write another write may come
    String broken = brokenCondition(request, objects.get(place));
    if (broken != null) {
      return Frame.error(broken);
    }
    VectorClock seen = request.hasVclock() ? VectorClock.decode(request.getVclock()) : null;
    StoredObject after = write(place, seen, stamped(request.getContent()), type);
    return after == null ? Frame.error("failed") : written(request, after);
  }

  private @Nullable StoredObject write(
      Place place, @Nullable VectorClock seen, RpbContent content, BucketType type) {
    return type.consistent()
        ? objects.swap(place, seen, content)
        : objects.put(place, seen == null ? VectorClock.EMPTY : seen, content, type);
  }

  private static @Nullable String brokenCondition(RpbPutReq request, @Nullable StoredObject now) {
    boolean absent = now == null || now.isTombstone();
    if (request.getIfNoneMatch() && !absent) {
      return "match_found";
    }
    if (!request.getIfNotModified()) {
      return null;
    }
    if (now == null || absent) {
      return "notfound";
    }
    return now.clock().encoded().equals(request.getVclock()) ? null : "modified";
  }

  private static RpbContent stamped(RpbContent content) {
    return content.toBuilder()
        .setLastMod((int) Instant.now().getEpochSecond())
        .setVtag(ByteString.copyFromUtf8(UUID.randomUUID().toString()))
        .build();
  }

  private static Frame written(RpbPutReq request, StoredObject after) {
    RpbPutResp.Builder response = RpbPutResp.newBuilder();
    if (request.getReturnBody() || request.getReturnHead()) {
      response
          .setVclock(after.clock().encoded())
          .addAllContent(contents(after, request.getReturnHead()));
    }
    return Frame.of(RiakMessageCodes.MSG_PutResp, response);
  }

  Frame delete(RpbDelReq request) {
    BucketType type = BucketType.named(request.getType().toStringUtf8());
    if (type == null) {
      return NO_TYPE;
    }
    Place place = place(request.getType(), request.getBucket(), request.getKey());
    StoredObject now = objects.get(place);
    if (!request.hasVclock() && now == null) {
      return Frame.of(RiakMessageCodes.MSG_DelResp);
    }
    VectorClock seen =
        request.hasVclock() || now == null ? VectorClock.decode(request.getVclock()) : now.clock();
    StoredObject after = write(place, seen, StoredObject.tombstone(), type);
    return after == null ? Frame.error("failed") : Frame.of(RiakMessageCodes.MSG_DelResp);
  }
}
