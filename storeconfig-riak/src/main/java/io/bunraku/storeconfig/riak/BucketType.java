// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.core.operations.PBFutureOperation;
import com.basho.riak.client.core.query.Namespace;
import io.bunraku.storeconfig.spi.StoreException;
import java.util.List;
import shaded.com.basho.riak.protobuf.RiakMessageCodes;
import shaded.com.basho.riak.protobuf.RiakPB;
import shaded.com.basho.riak.protobuf.RiakPB.RpbBucketProps;
import shaded.com.google.protobuf.ByteString;

/** What a bucket type must be like, and the commands that make it so. */
final class BucketType {
  private static final String SIBLINGS =
      "{\"props\":{\"allow_mult\":true,\"dvv_enabled\":true,\"last_write_wins\":false}}";
  private static final String CONSISTENT = "{\"props\":{\"consistent\":true}}";

  private BucketType() {}

  /** Asks for all properties: the client's own request leaves some out, {@code consistent} too. */
  static final class Fetch
      extends PBFutureOperation<RpbBucketProps, RiakPB.RpbGetBucketResp, Namespace> {
    private final Namespace namespace;

    Fetch(Namespace namespace) {
      super(
          RiakMessageCodes.MSG_GetBucketReq,
          RiakMessageCodes.MSG_GetBucketResp,
          RiakPB.RpbGetBucketReq.newBuilder()
              .setType(ByteString.copyFrom(namespace.getBucketType().unsafeGetValue()))
              .setBucket(ByteString.copyFrom(namespace.getBucketName().unsafeGetValue())),
          RiakPB.RpbGetBucketResp.PARSER);
      this.namespace = namespace;
    }

    @Override
    protected RpbBucketProps convert(List<RiakPB.RpbGetBucketResp> responses) {
      return responses.get(0).getProps();
    }

    @Override
    public Namespace getQueryInfo() {
      return namespace;
    }
  }

  /**
   * Refuses a type on which concurrent writes could be lost.
   *
   * @throws StoreException saying which command to give
   */
  static void verify(RiakSettings settings, RpbBucketProps props) {
    if (props.getConsistent() != settings.consistent()) {
      throw unfit(
          settings,
          props.getConsistent()
              ? "is strongly consistent: set 'consistent: true', or take another type"
              : "is not strongly consistent, but 'consistent' is true");
    }
    if (settings.consistent()) {
      return;
    }
    if (!props.getAllowMult()) {
      throw unfit(settings, "has allow_mult=false, so concurrent writes would be lost");
    }
    if (props.getLastWriteWins()) {
      throw unfit(settings, "has last_write_wins=true, so concurrent writes would be lost");
    }
    if (props.getWriteOnce()) {
      throw unfit(settings, "has write_once=true, so nothing could be changed");
    }
  }

  /** A type that throws no value away, but never gets rid of siblings either. */
  static StoreException withoutDots(RiakSettings settings) {
    return unfit(settings, "has dvv_enabled=false, so siblings would pile up");
  }

  static String missing(RiakSettings settings) {
    return "store riak: bucket type '"
        + type(settings)
        + "' does not exist or is not active; "
        + commands(settings);
  }

  private static StoreException unfit(RiakSettings settings, String why) {
    return new StoreException(
        "store riak: bucket type '" + type(settings) + "' " + why + "; " + commands(settings));
  }

  private static String type(RiakSettings settings) {
    return settings.namespace().getBucketTypeAsString();
  }

  private static String commands(RiakSettings settings) {
    boolean taken = type(settings).equals(Namespace.DEFAULT_BUCKET_TYPE);
    String name = taken ? "bunraku" : type(settings);
    String props = settings.consistent() ? CONSISTENT : SIBLINGS;
    return "make one with: riak admin bucket-type create "
        + name
        + " '"
        + props
        + "' && riak admin bucket-type activate "
        + name;
  }
}
