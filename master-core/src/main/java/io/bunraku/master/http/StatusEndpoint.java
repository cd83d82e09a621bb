// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.master.monitor.MasterStatus;
import io.bunraku.master.monitor.MasterStatus.State;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /status/v1/...}: probes of agents, balancers and people. */
final class StatusEndpoint implements Endpoint {

  private final MasterStatus status;
  private final Wire wire;
  private final String version;

  StatusEndpoint(MasterStatus status, Wire wire, String version) {
    this.status = status;
    this.wire = wire;
    this.version = version;
  }

  @Override
  public Answer answer(Call call, String path) throws HttpError, IOException {
    if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
      throw HttpError.methodNotAllowed("No support for http method " + call.method());
    }
    int slash = path.indexOf('/');
    String kind = slash < 0 ? path : path.substring(0, slash);
    String service = slash < 0 ? "" : path.substring(slash + 1);
    if (!service.isEmpty() && !MasterStatus.SERVICES.contains(service)) {
      return Answer.text(404, "not found: " + service);
    }
    State state = status.state();
    return switch (kind) {
      case "simple" -> Answer.text(code(state), state.text());
      case "services" -> services(service, state, "debug".equals(call.params().get("level")));
      default -> Answer.text(404, "not found: " + kind);
    };
  }

  private Answer services(String service, State state, boolean debug) throws IOException {
    Object document;
    if (service.isEmpty()) {
      Map<String, Object> all = new LinkedHashMap<>();
      MasterStatus.SERVICES.forEach(name -> all.put(name, describe(name, state, debug)));
      document = all;
    } else {
      document = describe(service, state, debug);
    }
    return Answer.bytes(
        code(state), Format.JSON.contentType(), wire.json().writeValueAsBytes(document));
  }

  private Map<String, Object> describe(String name, State state, boolean debug) {
    Map<String, Object> service = new LinkedHashMap<>();
    service.put("service_name", name);
    service.put("service_version", version);
    service.put("service_status_version", 1);
    service.put("detail_level", debug ? "debug" : "info");
    service.put("state", state.text());
    service.put("status", debug ? status.details() : Map.of());
    service.put("active_alerts", List.of());
    return service;
  }

  private static int code(State state) {
    return state == State.RUNNING ? 200 : 503;
  }
}
