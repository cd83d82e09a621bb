// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.eval.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts what is known of the node into the top scope. */
final class TopScope {

  private final Scope top;
  private final CompileRequest request;

  TopScope(Scope top, CompileRequest request) {
    this.top = top;
    this.request = request;
  }

  void setNodeParameters() {
    Map<String, Object> parameters = new LinkedHashMap<>(request.parameters());
    request.facts().forEach(parameters::putIfAbsent);
    request.serverFacts().forEach(parameters::putIfAbsent);
    parameters.forEach((name, value) -> {
      if (!isReserved(name)) {
        top.setVariable(name, value);
      }
    });
    top.setVariable("environment", request.environment());
    top.setPrivileged("trusted", request.trusted());
    top.setPrivileged("server_facts", serverFacts());
    top.setPrivileged("facts", request.facts());
  }

  private static boolean isReserved(String name) {
    return switch (name) {
      case "environment", "trusted", "server_facts", "facts" -> true;
      default -> false;
    };
  }

  private Map<String, Object> serverFacts() {
    Map<String, Object> all = new LinkedHashMap<>(request.serverFacts());
    all.put("environment", request.environment());
    return Collections.unmodifiableMap(all);
  }

  /** Makes settings variables of their class. */
  static void mergeSettings(Scope scope, Map<String, Object> settings) {
    settings.forEach((name, value) -> {
      if (!name.equals("name")) {
        scope.setVariable(name, value);
        scope.setQualifiedVariable("settings::" + name, value);
      }
    });
    scope.setQualifiedVariable("settings::all_local", settings);
  }
}
