// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.merge.HighestGeneration;
import io.bunraku.storeconfig.merge.LatestByStamp;
import io.bunraku.storeconfig.merge.LatestProduced;
import io.bunraku.storeconfig.merge.WriteOnce;
import io.bunraku.storeconfig.model.Authority;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Catalog;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Crl;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.model.Report;
import io.bunraku.storeconfig.model.json.Codecs;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The kinds of documents with their keys. */
final class Families {
  static final Family<Facts> FACTS =
      new Family<>(
          Codecs.FACTS,
          new LatestProduced<>(Facts::produced, Codecs::digestOf),
          f -> Map.of("digest", Codecs.digestOf(f), "produced", Long.toString(f.produced())),
          true);

  static final Family<ExportSet> EXPORTS =
      new Family<>(
          Codecs.EXPORTS,
          new LatestByStamp<>(ExportSet::stamp, ExportSet::digest),
          e -> Stamps.attributes(e.digest(), e.stamp()),
          true);

  static final Family<Catalog> CATALOG =
      new Family<>(
          Codecs.CATALOG,
          new LatestByStamp<>(Catalog::stamp, Catalog::digest),
          c -> Stamps.attributes(c.digest(), c.stamp()),
          true);

  static final Family<NodeState> NODE =
      new Family<>(
          Codecs.NODE,
          new NodeStateMerge(),
          s ->
              Map.of(
                  "seen", Long.toString(s.produced()),
                  "deactivated", Long.toString(s.deactivated())),
          true);

  static final Family<Report> REPORT =
      new Family<>(
          Codecs.REPORT, new WriteOnce<>(r -> r.json().sha256()), Families::reportHead, true);

  static final Family<Bytes> BLOB =
      new Family<>(Codecs.BYTES, new WriteOnce<>(Bytes::sha256), b -> Map.of(), false);

  static final Family<CodeHistory> CODE =
      new Family<>(CodeHistory.CODEC, CodeHistory::merge, CodeHistory::attributes, false);

  static final Family<Authority> AUTHORITY =
      new Family<>(
          Codecs.AUTHORITY,
          new HighestGeneration<>(Authority::generation, a -> Codecs.AUTHORITY.encode(a).sha256()),
          a -> Map.of("generation", Long.toString(a.generation())),
          true);

  static final Family<Crl> CRL =
      new Family<>(
          Codecs.CRL,
          new HighestGeneration<>(Crl::number, c -> Bytes.utf8(c.pem()).sha256()),
          c -> Map.of("number", Long.toString(c.number())),
          false);

  static final Family<RequestState> REQUEST =
      new Family<>(RequestState.CODEC, RequestState::merge, RequestState::attributes, false);

  static final Family<IssuedCertificates> CERTIFICATES =
      new Family<>(IssuedCertificates.CODEC, IssuedCertificates::merge, c -> Map.of(), false);

  static final Family<Revocations> REVOKED =
      new Family<>(
          Revocations.CODEC,
          Revocations::merge,
          r -> Map.of("count", Integer.toString(r.bySerial().size())),
          false);

  static final Family<StoreEpoch> EPOCH =
      new Family<>(StoreEpoch.CODEC, StoreEpoch::merge, StoreEpoch::attributes, false);

  static final KeyPrefix ALL_FACTS = new KeyPrefix("facts/");
  static final KeyPrefix ALL_EXPORTS = new KeyPrefix("exports/");
  static final KeyPrefix ALL_CATALOGS = new KeyPrefix("catalog/");
  static final KeyPrefix ALL_NODES = new KeyPrefix("node/");
  static final KeyPrefix ALL_CODE = new KeyPrefix("code/");
  static final KeyPrefix ALL_REQUESTS = new KeyPrefix("ca/requests/");
  static final KeyPrefix ALL_CERTIFICATES = new KeyPrefix("ca/certificates/");
  static final Key CA_AUTHORITY = new Key("ca/authority");
  static final Key CA_CRL = new Key("ca/crl");
  static final Key STORE_EPOCH = new Key("store/epoch");
  static final Key CA_REVOKED = new Key("ca/revoked");

  /** By what their keys begin with. */
  private static final Map<String, Family<?>> BY_PREFIX =
      Map.ofEntries(
          Map.entry("facts/", FACTS),
          Map.entry("exports/", EXPORTS),
          Map.entry("catalog/", CATALOG),
          Map.entry("node/", NODE),
          Map.entry("reports/", REPORT),
          Map.entry("blob/", BLOB),
          Map.entry("code/", CODE),
          Map.entry("ca/authority", AUTHORITY),
          Map.entry("ca/crl", CRL),
          Map.entry("ca/revoked", REVOKED),
          Map.entry("ca/requests/", REQUEST),
          Map.entry("ca/certificates/", CERTIFICATES),
          Map.entry("store/epoch", EPOCH));

  private Families() {}

  /** The kind of a document, or null for one that is none of ours. */
  static @Nullable Family<?> of(Key key) {
    return BY_PREFIX.entrySet().stream()
        .filter(e -> key.path().startsWith(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  static Key facts(Certname node) {
    return Key.of("facts", node.value());
  }

  static Key exports(Certname node) {
    return Key.of("exports", node.value());
  }

  static Key catalog(Certname node) {
    return Key.of("catalog", node.value());
  }

  static Key node(Certname node) {
    return Key.of("node", node.value());
  }

  static Key code(EnvironmentName environment) {
    return Key.of("code", environment.value());
  }

  static Key blob(String sha256) {
    return Key.of("blob", sha256);
  }

  static Key request(Certname node) {
    return Key.of("ca", "requests", node.value());
  }

  static Key certificates(Certname node) {
    return Key.of("ca", "certificates", node.value());
  }

  /** What a list of reports shows; attributes are ASCII, so odd words of an agent are left out. */
  private static Map<String, String> reportHead(Report report) {
    Map<String, String> head = new TreeMap<>();
    head.put("received", Long.toString(report.received()));
    head.put("noop", Boolean.toString(report.noop()));
    head.put("status", EnvironmentName.isValid(report.status()) ? report.status() : "?");
    if (report.environment() != null && EnvironmentName.isValid(report.environment())) {
      head.put("environment", report.environment());
    }
    return head;
  }
}
