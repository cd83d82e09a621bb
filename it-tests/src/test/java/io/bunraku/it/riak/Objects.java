// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import shaded.com.basho.riak.protobuf.RiakKvPB.RpbContent;

/** All objects. Tombstones are reaped after three seconds, as with Riak's default delete_mode. */
final class Objects {
  private static final int REAP_SECONDS = 3;

  private final NavigableMap<Place, StoredObject> objects = new TreeMap<>();
  private final ScheduledExecutorService reaper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("reaper").factory());
  private final Journal journal;

  /** The greatest number that any actor's name or any version has had. */
  private long number;

  Objects(Path directory) throws IOException {
    journal = Journal.open(directory.resolve("objects.journal"), this::replay);
    objects.forEach(this::reapLater);
  }

  private void replay(Place place, StoredObject object) {
    object.clock().seen().forEach((actor, n) -> note(actor, n));
    if (object.siblings().isEmpty()) {
      objects.remove(place);
    } else {
      objects.put(place, object);
    }
  }

  private void note(String actor, long n) {
    int colon = actor.indexOf(':');
    number = Math.max(number, colon < 0 ? n : Long.parseLong(actor.substring(colon + 1)));
  }

  synchronized @Nullable StoredObject get(Place place) {
    return objects.get(place);
  }

  /** All objects of a bucket, tombstones too, as they are now. */
  synchronized NavigableMap<Place, StoredObject> bucket(String type, String bucket) {
    NavigableMap<Place, StoredObject> all = new TreeMap<>();
    for (var object : objects.entrySet()) {
      if (object.getKey().isIn(type, bucket)) {
        all.put(object.getKey(), object.getValue());
      }
    }
    return all;
  }

  /**
   * Writes with a clock. An object that is not there gets an actor of its own, as Riak's vnodes
   * take a new epoch, so that no old clock covers what is written.
   */
  synchronized StoredObject put(
      Place place, VectorClock seen, RpbContent content, BucketType type) {
    StoredObject before = objects.getOrDefault(place, StoredObject.nothing());
    String actor =
        before.siblings().isEmpty()
            ? "double:" + ++number
            : before.siblings().get(before.siblings().size() - 1).dot().actor();
    return keep(place, before.put(seen, content, actor, type));
  }

  /** Compares and sets; null if the clock is not that of the object. */
  synchronized @Nullable StoredObject swap(
      Place place, @Nullable VectorClock seen, RpbContent content) {
    StoredObject before = objects.getOrDefault(place, StoredObject.nothing());
    boolean absent = before.isTombstone();
    if (seen == null ? !absent : absent || !seen.equals(before.clock())) {
      return null;
    }
    VectorClock.Dot version = new VectorClock.Dot("eseq", ++number);
    return keep(
        place,
        new StoredObject(
            VectorClock.EMPTY.with(version), List.of(new StoredObject.Sibling(version, content))));
  }

  private StoredObject keep(Place place, StoredObject object) {
    try {
      journal.append(place, object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    objects.put(place, object);
    reapLater(place, object);
    return object;
  }

  private void reapLater(Place place, StoredObject object) {
    boolean consistent = object.clock().seen().containsKey("eseq");
    if (object.isTombstone() && !consistent) {
      var unused = reaper.schedule(() -> reap(place, object), REAP_SECONDS, TimeUnit.SECONDS);
    }
  }

  private synchronized void reap(Place place, StoredObject tombstone) {
    if (objects.remove(place, tombstone)) {
      try {
        journal.append(place, new StoredObject(tombstone.clock(), List.of()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
