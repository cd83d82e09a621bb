// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import com.fasterxml.jackson.core.JsonFactory;
import io.bunraku.master.report.ReportSummary;
import io.bunraku.storeconfig.FactStore;
import io.bunraku.storeconfig.ReportStore;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** {@code PUT /puppet/v3/report/NAME} and {@code PUT /puppet/v3/facts/NAME}. */
final class UploadEndpoints {

  private final FactsDocument facts;
  private final FactStore factStore;
  private final ReportStore reportStore;
  private final Wire wire;
  private final Clock clock;

  UploadEndpoints(
      FactsDocument facts, FactStore factStore, ReportStore reportStore, Wire wire, Clock clock) {
    this.facts = facts;
    this.factStore = factStore;
    this.reportStore = reportStore;
    this.wire = wire;
    this.clock = clock;
  }

  /** Keeps a report; answers with the processors that have seen it, as Puppet does. */
  Answer report(Call call, String certname) throws HttpError, IOException {
    Certname node = certname(certname);
    byte[] body = json(call);
    JsonFactory factory = wire.json().getFactory();
    try {
      reportStore.put(ReportSummary.read(factory, node, body, clock.millis()));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw HttpError.badRequest("The request body is invalid: " + Wire.brief(e));
    }
    return wire.answer(Format.JSON, List.of("store"));
  }

  /** Keeps facts. */
  Answer facts(Call call, String certname) throws HttpError, IOException {
    Facts sent = facts.inBody(call);
    if (!sent.node().equals(certname(certname))) {
      throw HttpError.badRequest(
          "Facts for \"%s\" were sent for \"%s\"".formatted(sent.node(), certname));
    }
    factStore.put(sent);
    return wire.answer(Format.JSON, certname);
  }

  private byte[] json(Call call) throws HttpError, IOException {
    String type = call.contentType();
    byte[] body = call.body();
    if (type != null && type.contains("msgpack")) {
      return wire.json().writeValueAsBytes(wire.read(type, body, Map.class));
    }
    if (type == null || !(type.contains("json") || type.contains("pson"))) {
      wire.read(type, body, Map.class); // says what is wrong with the type
    }
    return body;
  }

  private static Certname certname(String name) throws HttpError {
    if (!Certname.isValid(name)) {
      throw HttpError.badRequest("Invalid certname");
    }
    return new Certname(name);
  }
}
