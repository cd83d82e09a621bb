// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.merge.Union;
import io.bunraku.storeconfig.model.Revocation;
import io.bunraku.storeconfig.model.json.Codec;
import io.bunraku.storeconfig.model.json.Fields;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The document {@code ca/revoked}: what is in it once stays in it.
 *
 * @param bySerial sorted by serial
 */
record Revocations(Map<BigInteger, Revocation> bySerial) {
  static final Revocations NONE = new Revocations(Map.of());
  static final Codec<Revocations> CODEC = Codec.object(Revocations::parts, Revocations::read);
  private static final Comparator<Revocation> FIRST =
      Comparator.comparingLong(Revocation::revoked).thenComparingInt(Revocation::reason);
  private static final Union<BigInteger, Revocation> UNION =
      new Union<>((a, b) -> FIRST.compare(a, b) <= 0 ? a : b);

  Revocations {
    bySerial = Collections.unmodifiableMap(new TreeMap<>(bySerial));
  }

  static Revocations merge(Revocations a, Revocations b) {
    return new Revocations(UNION.merge(a.bySerial, b.bySerial));
  }

  private static Map<String, ?> parts(Revocations revocations) {
    return Map.of(
        "revoked",
        revocations.bySerial.values().stream()
            .map(r ->
                Map.of(
                    "serial", r.serial().toString(16),
                    "at", r.revoked(),
                    "reason", r.reason()))
            .toList());
  }

  private static Revocations read(Fields f) {
    Map<BigInteger, Revocation> all = new TreeMap<>();
    for (Fields r : f.objects("revoked")) {
      BigInteger serial = new BigInteger(r.text("serial"), 16);
      all.put(serial, new Revocation(serial, r.number("at"), r.integer("reason")));
    }
    return new Revocations(all);
  }
}
