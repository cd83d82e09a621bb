// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.Facts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts as agents send them. */
final class FactsDocument {

  private final Wire wire;
  private final String master;
  private final Clock clock;

  /**
   * Creates a reader.
   *
   * @param master who receives them
   */
  FactsDocument(Wire wire, String master, Clock clock) {
    this.wire = wire;
    this.master = master;
    this.clock = clock;
  }

  /**
   * The facts in the form of a catalog request, or null when it has none.
   *
   * @throws HttpError 400 for what is no facts, 500 with Puppet's words for another node's
   */
  @Nullable Facts inForm(Params form, String certname) throws HttpError, IOException {
    String text = form.get("facts");
    if (text == null) {
      return null;
    }
    String format = form.get("facts_format");
    if (format == null) {
      throw HttpError.server("Facts but no fact format provided for " + certname);
    }
    if (!format.equals("application/json") && !format.equals("pson")) {
      throw HttpError.server("Unsupported facts format");
    }
    byte[] json = Params.unescape(text).getBytes(StandardCharsets.UTF_8);
    Facts facts = read(wire.read("application/json", json, Map.class), form.get("environment"));
    if (!facts.node().value().equals(certname)) {
      throw HttpError.server(
          "Catalog for \"%s\" was requested with fact definition for the wrong node (\"%s\")."
              .formatted(certname, facts.node()));
    }
    return facts;
  }

  /** The facts of an upload. */
  Facts inBody(Call call) throws HttpError, IOException {
    return read(
        wire.read(call.contentType(), call.body(), Map.class), call.params().get("environment"));
  }

  private Facts read(Map<?, ?> document, @Nullable String environment) throws HttpError {
    if (!(document.get("name") instanceof String name) || !Certname.isValid(name)) {
      throw HttpError.badRequest("The facts have no valid name");
    }
    if (!(document.get("values") instanceof Map<?, ?> values)) {
      throw HttpError.badRequest("The facts have no values");
    }
    return of(name, values, environment);
  }

  /** Facts of a node. */
  Facts of(String certname, Map<?, ?> values, @Nullable String environment) {
    Map<String, Object> facts = LinkedHashMap.newLinkedHashMap(values.size());
    values.forEach((name, value) -> facts.put(String.valueOf(name), nullable(value)));
    facts.remove("_timestamp");
    return new Facts(
        new Certname(certname),
        environment == null || !EnvironmentName.isValid(environment)
            ? null
            : new EnvironmentName(environment),
        facts,
        clock.millis(),
        master);
  }

  /** A fact may be null inside the store's JSON data, which the type of its map cannot say. */
  @SuppressWarnings("NullAway")
  private static Object nullable(@Nullable Object value) {
    return value;
  }
}
