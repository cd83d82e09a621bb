// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.api.cap.Quorum;
import com.basho.riak.client.core.operations.DeleteOperation;
import com.basho.riak.client.core.operations.FetchOperation;
import com.basho.riak.client.core.operations.StoreOperation;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PagedCursor;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.time.Duration;
import java.util.function.Function;
import shaded.com.basho.riak.protobuf.RiakPB.RpbBucketProps;

/** Documents in a bucket, each an object under its own key. */
final class RiakBackend implements StoreBackend {
  /** What Riak's makers advise as the largest object; siblings count together. */
  static final int MAX_VALUE_BYTES = 1 << 20;

  /** Asked for with each request, so that the defaults of a bucket type do not matter. */
  static final int QUORUM = Quorum.quorumQuorum().getIntValue();

  private final RiakSettings settings;
  private final Cluster cluster;
  private final Traits traits;
  private volatile boolean verified;
  private volatile boolean dotted;

  RiakBackend(RiakSettings settings, Cluster cluster) {
    this.settings = settings;
    this.cluster = cluster;
    this.traits =
        new Traits(
            settings.consistent() ? ConflictModel.COMPARE_AND_SET : ConflictModel.SIBLINGS,
            MAX_VALUE_BYTES,
            Duration.ZERO,
            Traits.UNBOUNDED);
  }

  @Override
  public Traits traits() {
    return traits;
  }

  @Override
  public Stored read(Key key) {
    verify();
    return Contents.stored(fetch(key, false).answer().value("read of " + key).getObjectList());
  }

  private Cluster.Pending<FetchOperation.Response> fetch(Key key, boolean head) {
    return cluster.start(
        new FetchOperation.Builder(settings.location(key))
            .withR(QUORUM)
            .withPr(QUORUM)
            .withNotFoundOK(true)
            .withReturnDeletedVClock(true)
            .withHeadOnly(head)
            .withTimeout(settings.requestMillis())
            .build());
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    if (value.bytes().size() > MAX_VALUE_BYTES) {
      throw new StoreException(
          "store riak: the value of " + key + " is larger than " + MAX_VALUE_BYTES);
    }
    verify();
    StoreOperation.Builder store =
        new StoreOperation.Builder(settings.location(key))
            .withContent(Contents.object(value, seen))
            .withReturnHead(true)
            .withTimeout(settings.requestMillis());
    if (!settings.consistent()) {
      store.withW(QUORUM).withDw(QUORUM).withPw(QUORUM);
    }
    return outcome(cluster.call(store.build()), r -> Contents.written(r.getObjectList(), seen));
  }

  /**
   * What a request that changes something has come to. An error of Riak's leaves open what it did:
   * too few replicas may have written, and what one wrote will spread. Only a strongly consistent
   * type says that it did nothing.
   */
  private <T> WriteOutcome outcome(Answer<T> answer, Function<T, Token> token) {
    return switch (answer) {
      case Answer.Done<T> done -> new WriteOutcome.Written(token.apply(done.value()));
      case Answer.Refused<T> refused ->
          settings.consistent() && Refusals.isLostRace(refused.error())
              ? new WriteOutcome.Conflict()
              : new WriteOutcome.Unknown("Riak answered: " + refused.error());
      case Answer.Silent<T> silent -> new WriteOutcome.Unknown(silent.why());
    };
  }

  /** Riak puts a tombstone over the state that was seen, and reaps it seconds later. */
  @Override
  public WriteOutcome delete(Key key, Token seen) {
    if (seen.isAbsent()) { // without a clock Riak would delete whatever it finds
      return read(key).isAbsent()
          ? new WriteOutcome.Written(Token.ABSENT)
          : new WriteOutcome.Conflict();
    }
    verify();
    DeleteOperation.Builder delete =
        new DeleteOperation.Builder(settings.location(key))
            .withVclock(Contents.clock(seen))
            .withTimeout(settings.requestMillis());
    if (!settings.consistent()) {
      delete.withR(QUORUM).withPr(QUORUM).withW(QUORUM).withDw(QUORUM).withPw(QUORUM);
    }
    return outcome(cluster.call(delete.build()), done -> Token.ABSENT);
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    verify();
    boolean head = projection == Projection.HEADS;
    return new PagedCursor<>(
        new RiakScan(new KeyPages(settings, cluster, prefix), projection, key -> fetch(key, head)));
  }

  /** Once, before anything is read or written: on a wrong type writes would be lost in silence. */
  private void verify() {
    if (!verified) {
      properties();
    }
  }

  private RpbBucketProps properties() {
    RpbBucketProps props =
        cluster
            .call(new BucketType.Fetch(settings.namespace()))
            .value("properties of the bucket type");
    BucketType.verify(settings, props);
    verified = true;
    return props;
  }

  @Override
  public Health check() {
    return Health.of(this::describe);
  }

  private String describe() {
    RpbBucketProps props = properties();
    if (!settings.consistent() && !dotted) {
      new DotProbe(settings, cluster).run();
      dotted = true;
    }
    return "Riak, %s, %s/%s, n_val %d"
        .formatted(
            cluster.nodes(),
            settings.namespace().getBucketTypeAsString(),
            settings.namespace().getBucketNameAsString(),
            props.getNVal());
  }

  @Override
  public void close() {
    cluster.close();
  }
}
