// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.bunraku.master.ca.PuppetOids;
import io.bunraku.master.catalog.CatalogAnswer;
import io.bunraku.master.catalog.CatalogException;
import io.bunraku.master.catalog.CatalogQuery;
import io.bunraku.master.catalog.CatalogService;
import io.bunraku.master.node.TrustedFacts;
import io.bunraku.storeconfig.model.Certname;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** {@code POST /puppet/v3/catalog/NAME}: what an agent run is about. */
final class CatalogEndpoint implements Endpoint {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final CatalogService service;
  private final FactsDocument facts;
  private final Wire wire;
  private final String compilerName;

  /**
   * Creates the endpoint.
   *
   * @param compilerName this master, as agents print it
   */
  CatalogEndpoint(CatalogService service, FactsDocument facts, Wire wire, String compilerName) {
    this.service = service;
    this.facts = facts;
    this.wire = wire;
    this.compilerName = compilerName;
  }

  @Override
  public Answer answer(Call call, String certname) throws HttpError, IOException {
    if (!Certname.isValid(certname)) {
      throw HttpError.badRequest("Invalid certname in " + call.path());
    }
    Format format = Accept.choose(call.header("Accept"), Format.CATALOG);
    Params params = params(call);
    CatalogQuery query =
        new CatalogQuery(
            certname,
            params.get("environment", ""),
            params.isTrue("check_environment"),
            false,
            facts.inForm(params, certname),
            trusted(call.identity(), certname),
            true,
            true);
    try {
      return switch (service.answer(query)) {
        case CatalogAnswer.Compiled compiled -> send(call, format, compiled);
        case CatalogAnswer.OtherEnvironment other ->
            bytes(call, format, wire.write(format, g -> empty(g, other), 512));
      };
    } catch (CatalogException e) {
      throw CatalogErrors.of(e);
    }
  }

  /** The query's parameters, with those of the form on top. */
  private static Params params(Call call) throws HttpError, IOException {
    if (!call.method().equals("POST")) {
      return call.params();
    }
    if (!FORM.equals(call.contentType())) {
      throw HttpError.unsupportedMediaType(
          "Client sent a mime-type ("
              + call.contentType()
              + ") that doesn't correspond to a format we support");
    }
    return call.params().add(new String(call.body(), StandardCharsets.UTF_8));
  }

  static Map<String, Object> trusted(ClientIdentity who, String certname) {
    if (!who.authenticated()) {
      return TrustedFacts.unauthenticated();
    }
    Map<String, String> extensions = new LinkedHashMap<>();
    if (certname.equals(who.name())) {
      who.extensions().forEach((oid, text) -> extensions.put(PuppetOids.trustedName(oid), text));
    }
    return TrustedFacts.remote(certname, extensions);
  }

  private Answer send(Call call, Format format, CatalogAnswer.Compiled compiled)
      throws IOException {
    return bytes(
        call,
        format,
        format.isMsgpack()
            ? wire.write(format, g -> compiled.catalog().writeTo(g), compiled.json().size())
            : compiled.json().array());
  }

  private Answer bytes(Call call, Format format, byte[] bytes) {
    return new Answer.Bytes(
        200,
        format.contentType(),
        bytes,
        call.method().equals("POST") ? Map.of("X-Puppet-Compiler-Name", compilerName) : Map.of());
  }

  /** A catalog that only says where the node belongs; its agent starts again there. */
  private static void empty(JsonGenerator generator, CatalogAnswer.OtherEnvironment other)
      throws IOException {
    generator.writeStartObject();
    generator.writeArrayFieldStart("tags");
    generator.writeEndArray();
    generator.writeStringField("name", other.certname());
    generator.writeNullField("version");
    generator.writeNullField("code_id");
    generator.writeStringField("catalog_uuid", UUID.randomUUID().toString());
    generator.writeNumberField("catalog_format", 2);
    generator.writeStringField("environment", other.environment());
    for (String list : new String[] {"resources", "edges", "classes"}) {
      generator.writeArrayFieldStart(list);
      generator.writeEndArray();
    }
    generator.writeEndObject();
  }
}
