// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.bunraku.compiler.LogEntry;
import io.bunraku.master.catalog.CatalogAnswer;
import io.bunraku.master.catalog.CatalogException;
import io.bunraku.master.catalog.CatalogQuery;
import io.bunraku.master.catalog.CatalogService;
import io.bunraku.master.node.LanguageValues;
import io.bunraku.master.node.TrustedFacts;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.Facts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /puppet/v4/catalog}: a catalog on behalf of a node, without any effect when the
 * request says so. Nobody may, until auth.conf names somebody.
 */
final class CatalogV4Endpoint implements Endpoint {

  private static final List<String> LEVELS =
      List.of("debug", "info", "notice", "warning", "err", "alert", "emerg", "crit");

  private final CatalogService service;
  private final FactsDocument facts;
  private final Wire wire;

  CatalogV4Endpoint(CatalogService service, FactsDocument facts, Wire wire) {
    this.service = service;
    this.facts = facts;
    this.wire = wire;
  }

  @Override
  public Answer answer(Call call, String rest) throws HttpError, IOException {
    if (!call.method().equals("POST")) {
      throw HttpError.methodNotAllowed("No support for http method " + call.method());
    }
    Map<?, ?> body = wire.read("application/json", call.body(), Map.class);
    Map<?, ?> options = map(body.get("options"));
    boolean captureLogs = isTrue(options.get("capture_logs"));
    try {
      return switch (service.answer(query(body, options))) {
        case CatalogAnswer.Compiled compiled -> send(compiled, captureLogs, level(options));
        case CatalogAnswer.OtherEnvironment other ->
            throw HttpError.server("The node belongs to environment " + other.environment());
      };
    } catch (CatalogException e) {
      throw CatalogErrors.of(e).with(CatalogErrors.logs(from(e.logs(), level(options))));
    }
  }

  private CatalogQuery query(Map<?, ?> body, Map<?, ?> options) throws HttpError {
    String certname = text(body, "certname");
    String environment = text(body, "environment");
    if (!Certname.isValid(certname)) {
      throw HttpError.badRequest("Invalid certname");
    }
    if (!EnvironmentName.isValid(environment)) {
      throw HttpError.badRequest(
          "The environment must be purely alphanumeric, not '" + environment + "'");
    }
    if (!(body.get("persistence") instanceof Map<?, ?> persistence)) {
      throw HttpError.badRequest("The request has no persistence");
    }
    return new CatalogQuery(
        certname,
        environment,
        false,
        isTrue(options.get("prefer_requested_environment")),
        givenFacts(certname, body, environment),
        givenTrust(certname, body),
        isTrue(persistence.get("facts")),
        isTrue(persistence.get("catalog")));
  }

  private @Nullable Facts givenFacts(String certname, Map<?, ?> body, String environment) {
    return map(body.get("facts")).get("values") instanceof Map<?, ?> values
        ? facts.of(certname, values, environment)
        : null;
  }

  private static Map<String, Object> givenTrust(String certname, Map<?, ?> body) {
    if (!(map(body.get("trusted_facts")).get("values") instanceof Map<?, ?> values)) {
      return TrustedFacts.remote(certname, Map.of());
    }
    Map<String, Object> trusted = new LinkedHashMap<>();
    values.forEach((k, v) -> trusted.put(String.valueOf(k), LanguageValues.of(v)));
    return trusted;
  }

  private Answer send(CatalogAnswer.Compiled compiled, boolean captureLogs, String level)
      throws IOException {
    ObjectMapper mapper = wire.json();
    ObjectNode answer = mapper.createObjectNode();
    byte[] catalog =
        wire.write(
            Format.JSON, g -> compiled.catalog().writeWithExportedTo(g), compiled.json().size());
    answer.putRawValue("catalog", new RawValue(new String(catalog, StandardCharsets.UTF_8)));
    if (captureLogs) {
      answer.set("logs", mapper.valueToTree(CatalogErrors.logs(from(compiled.logs(), level))));
    }
    return Answer.bytes(200, Format.JSON.contentType(), mapper.writeValueAsBytes(answer));
  }

  private static List<LogEntry> from(List<LogEntry> logs, String level) {
    int least = LEVELS.indexOf(level);
    return logs.stream().filter(entry -> LEVELS.indexOf(entry.level()) >= least).toList();
  }

  private static String level(Map<?, ?> options) {
    return options.get("log_level") instanceof String level && LEVELS.contains(level)
        ? level
        : "warning";
  }

  private static String text(Map<?, ?> body, String key) throws HttpError {
    if (body.get(key) instanceof String text) {
      return text;
    }
    throw HttpError.badRequest("The request has no " + key);
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static boolean isTrue(@Nullable Object value) {
    return Boolean.TRUE.equals(value);
  }
}
