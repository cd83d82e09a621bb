// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Envelope;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import java.util.List;
import java.util.Map;
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
    return of(sealer, seen, next, seen.family().attributes().apply(next));
  }

  /** With attributes that are known already: digests of large documents are dear. */
  static <T> Draft<T> of(Sealer sealer, Snapshot<T> seen, T next, Map<String, String> attributes) {
    Family<T> family = seen.family();
    UUID id = UUID.randomUUID();
    Envelope envelope =
        sealer.seal(seen.key(), id, seen.history(), family.codec().encode(next), family.secret());
    return new Draft<>(seen, id, new Value(envelope.encode(), attributes));
  }

  /** What a read would show after this was written. */
  Snapshot<T> written(Sealer sealer, Token token) {
    return new Snapshot<>(seen.family(), sealer, seen.key(), token, List.of(value));
  }
}
