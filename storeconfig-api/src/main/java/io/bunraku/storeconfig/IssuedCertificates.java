// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.merge.Union;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.IssuedCertificate;
import io.bunraku.storeconfig.model.json.Codec;
import io.bunraku.storeconfig.model.json.Fields;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The document {@code ca/certificates/NAME}: all that was issued to a name. At most one is current;
 * if two masters have signed at once, the one that was issued first.
 *
 * @param bySerial all of them
 */
record IssuedCertificates(Map<BigInteger, Issued> bySerial) {
  static final IssuedCertificates NONE = new IssuedCertificates(Map.of());
  static final Codec<IssuedCertificates> CODEC =
      Codec.object(IssuedCertificates::parts, IssuedCertificates::read);
  private static final Union<BigInteger, Issued> UNION = new Union<>((a, b) -> a.retired() ? a : b);
  private static final Comparator<IssuedCertificate> FIRST =
      Comparator.comparingLong(IssuedCertificate::issued).thenComparing(IssuedCertificate::serial);

  /**
   * One of them.
   *
   * @param retired whether it was replaced or cleaned; that stays
   */
  record Issued(IssuedCertificate certificate, boolean retired) {}

  static IssuedCertificates merge(IssuedCertificates a, IssuedCertificates b) {
    return new IssuedCertificates(UNION.merge(a.bySerial, b.bySerial));
  }

  Optional<IssuedCertificate> current() {
    return inUse().stream().findFirst();
  }

  /** Those that are not retired; more than one only where two masters have signed at once. */
  List<IssuedCertificate> inUse() {
    return bySerial.values().stream()
        .filter(i -> !i.retired())
        .map(Issued::certificate)
        .sorted(FIRST)
        .toList();
  }

  List<IssuedCertificate> newestFirst() {
    return bySerial.values().stream().map(Issued::certificate).sorted(FIRST.reversed()).toList();
  }

  IssuedCertificates with(IssuedCertificate certificate) {
    return merge(
        this, new IssuedCertificates(Map.of(certificate.serial(), new Issued(certificate, false))));
  }

  IssuedCertificates retire(Predicate<IssuedCertificate> which) {
    Map<BigInteger, Issued> changed = new TreeMap<>(bySerial);
    changed.replaceAll(
        (serial, i) -> new Issued(i.certificate(), i.retired() || which.test(i.certificate())));
    return new IssuedCertificates(changed);
  }

  private static Map<String, ?> parts(IssuedCertificates all) {
    return Map.of(
        "certificates",
        all.bySerial.values().stream()
            .map(i ->
                Map.of(
                    "node", i.certificate().node().value(),
                    "serial", i.certificate().serial().toString(16),
                    "pem", i.certificate().pem(),
                    "issued", i.certificate().issued(),
                    "notAfter", i.certificate().notAfter(),
                    "retired", i.retired()))
            .toList());
  }

  private static IssuedCertificates read(Fields f) {
    Map<BigInteger, Issued> all = new TreeMap<>();
    for (Fields c : f.objects("certificates")) {
      BigInteger serial = new BigInteger(c.text("serial"), 16);
      IssuedCertificate certificate =
          new IssuedCertificate(
              new Certname(c.text("node")),
              serial,
              c.text("pem"),
              c.number("issued"),
              c.number("notAfter"));
      all.put(serial, new Issued(certificate, c.flag("retired")));
    }
    return new IssuedCertificates(all);
  }
}
