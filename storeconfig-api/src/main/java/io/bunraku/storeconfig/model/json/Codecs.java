// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model.json;

import io.bunraku.storeconfig.model.Authority;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Catalog;
import io.bunraku.storeconfig.model.Crl;
import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.model.Report;
import java.util.Base64;
import java.util.Map;

/** The codecs of all documents. */
public final class Codecs {
  /** Facts of a node. */
  public static final Codec<Facts> FACTS = Codec.object(NodeJson::facts, NodeJson::facts);

  /** State of a node. */
  public static final Codec<NodeState> NODE = Codec.object(NodeJson::state, NodeJson::state);

  /** Exports of a node. */
  public static final Codec<ExportSet> EXPORTS =
      Codec.object(ExportJson::object, ExportJson::exportSet);

  /** A catalog: a line of components, then the JSON as it was given. */
  public static final Codec<Catalog> CATALOG =
      new HeadedCodec<>(NodeJson::catalog, Catalog::json, NodeJson::catalog);

  /** A report: a line of components, then the JSON as it came. */
  public static final Codec<Report> REPORT =
      new HeadedCodec<>(NodeJson::report, Report::json, NodeJson::report);

  /** The authority's material. */
  public static final Codec<Authority> AUTHORITY =
      Codec.object(
          a ->
              Map.of(
                  "generation", a.generation(),
                  "certificates", a.certificates(),
                  "key", Base64.getEncoder().encodeToString(a.privateKey().array())),
          f ->
              new Authority(
                  f.number("generation"),
                  f.text("certificates"),
                  Bytes.of(Base64.getDecoder().decode(f.text("key")))));

  /** A published revocation list. */
  public static final Codec<Crl> CRL =
      Codec.object(
          c -> Map.of("number", c.number(), "pem", c.pem()),
          f -> new Crl(f.number("number"), f.text("pem")));

  /** Bytes as they are. */
  public static final Codec<Bytes> BYTES =
      new Codec<>() {
        @Override
        public Bytes encode(Bytes value) {
          return value;
        }

        @Override
        public Bytes decode(Bytes bytes) {
          return bytes;
        }
      };

  private Codecs() {}

  /** SHA-256 of what a set exports. */
  public static String digestOf(ExportSet set) {
    return Json.canonical(ExportJson.content(set)).sha256();
  }

  /** SHA-256 of facts, whoever produced them and when. */
  public static String digestOf(Facts facts) {
    return Json.canonical(NodeJson.content(facts)).sha256();
  }
}
