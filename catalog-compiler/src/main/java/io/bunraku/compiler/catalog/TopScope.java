// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.loader.EnvironmentConf;
import io.bunraku.compiler.loader.EnvironmentLoader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

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

  /** Makes settings variables of their class; some are the environment's own. */
  static void mergeSettings(Scope scope, Map<String, Object> settings, EnvironmentLoader loader) {
    Map<String, Object> all = new LinkedHashMap<>(settings);
    all.remove("name");
    all.replaceAll((name, value) -> ofEnvironment(name, value, loader));
    all.forEach((name, value) -> {
      scope.setVariable(name, value);
      scope.setQualifiedVariable("settings::" + name, value);
    });
    scope.setQualifiedVariable("settings::all_local", Collections.unmodifiableMap(all));
  }

  private static Object ofEnvironment(String name, Object value, EnvironmentLoader loader) {
    EnvironmentConf conf = loader.configuration();
    return switch (name) {
      case "manifest" -> loader.logicalPath(conf.manifest());
      case "modulepath" ->
          conf.modulePath().stream().map(loader::logicalPath).collect(Collectors.joining(":"));
      case "config_version" -> conf.configVersion() == null ? "" : conf.configVersion();
      default -> value;
    };
  }
}
