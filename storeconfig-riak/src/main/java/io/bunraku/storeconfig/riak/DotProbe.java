// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.api.cap.VClock;
import com.basho.riak.client.core.operations.DeleteOperation;
import com.basho.riak.client.core.operations.FetchOperation;
import com.basho.riak.client.core.operations.StoreOperation;
import com.basho.riak.client.core.query.Location;
import com.basho.riak.client.core.query.Namespace;
import com.basho.riak.client.core.query.RiakObject;
import com.basho.riak.client.core.util.BinaryValue;
import io.bunraku.storeconfig.spi.StoreException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a bucket type keeps dotted version vectors. The protocol does not show that property, so
 * a probe beside the bucket does: of two siblings, one is written over by who has seen only that
 * one; without dots it stays for ever.
 */
final class DotProbe {
  private final RiakSettings settings;
  private final Cluster cluster;
  private final Location probe;

  DotProbe(RiakSettings settings, Cluster cluster) {
    this.settings = settings;
    this.cluster = cluster;
    Namespace bucket = settings.namespace();
    this.probe =
        new Location(
            new Namespace(
                bucket.getBucketTypeAsString(), bucket.getBucketNameAsString() + "-probe"),
            UUID.randomUUID().toString());
  }

  /**
   * Writes, looks and cleans up.
   *
   * @throws StoreException if there are no dots, or the store fails
   */
  void run() {
    VClock first = put("first", null);
    put("second", null);
    put("first again", first);
    List<RiakObject> siblings = cluster.call(fetch()).value("a probe").getObjectList();
    if (!siblings.isEmpty()) {
      cluster.call(delete(siblings.get(0).getVClock())).value("a probe");
    }
    if (siblings.size() > 2) {
      throw BucketType.withoutDots(settings);
    }
  }

  private DeleteOperation delete(VClock seen) {
    return new DeleteOperation.Builder(probe)
        .withVclock(seen)
        .withTimeout(settings.requestMillis())
        .build();
  }

  private FetchOperation fetch() {
    return new FetchOperation.Builder(probe)
        .withR(RiakBackend.QUORUM)
        .withPr(RiakBackend.QUORUM)
        .withTimeout(settings.requestMillis())
        .build();
  }

  /** The clock after a write, or null if Riak does not tell. */
  private @Nullable VClock put(String text, @Nullable VClock seen) {
    RiakObject object = new RiakObject().setValue(BinaryValue.createFromUtf8(text));
    if (seen != null) {
      object.setVClock(seen);
    }
    StoreOperation store =
        new StoreOperation.Builder(probe)
            .withContent(object)
            .withReturnHead(true)
            .withW(RiakBackend.QUORUM)
            .withPw(RiakBackend.QUORUM)
            .withTimeout(settings.requestMillis())
            .build();
    List<RiakObject> after = cluster.call(store).value("a probe").getObjectList();
    return after.isEmpty() ? null : after.get(0).getVClock();
  }
}
