// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Envelope;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import java.util.List;
import java.util.UUID;

/**
 * A write that is ready.
 *
 * @param seen what it is written over
 * @param id its random write id
 * @param value sealed
 */
record Draft<T>(Snapshot<T> seen, UUID id, Value value) {

  static <T> Draft<T> of(Sealer sealer, Snapshot<T> seen, T next) {
    Family<T> family = seen.family();
    UUID id = UUID.randomUUID();
    Envelope envelope =
        sealer.seal(seen.key(), id, seen.history(), family.codec().encode(next), family.secret());
    return new Draft<>(seen, id, new Value(envelope.encode(), family.attributes().apply(next)));
  }

  /** What a read would show after this was written. */
  Snapshot<T> written(Sealer sealer, Token token) {
    return new Snapshot<>(seen.family(), sealer, seen.key(), token, List.of(value));
  }
}
