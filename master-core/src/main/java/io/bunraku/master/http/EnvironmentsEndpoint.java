// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.compiler.loader.EnvironmentConf;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.master.config.EnvironmentTimeout;
import io.bunraku.master.environment.Environments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /puppet/v3/environments}. */
final class EnvironmentsEndpoint implements Endpoint {

  private final Environments environments;
  private final EnvironmentTimeout timeout;
  private final Wire wire;

  EnvironmentsEndpoint(Environments environments, EnvironmentTimeout timeout, Wire wire) {
    this.environments = environments;
    this.timeout = timeout;
    this.wire = wire;
  }

  @Override
  public Answer answer(Call call, String rest) throws HttpError, IOException {
    if (!call.method().equals("GET")) {
      throw HttpError.methodNotAllowed("No support for http method " + call.method());
    }
    Map<String, Object> all = new LinkedHashMap<>();
    for (String name : environments.names()) {
      EnvironmentLoader loader = environments.files(name);
      if (loader != null) {
        all.put(name, Map.of("settings", settings(loader.configuration())));
      }
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("search_paths", List.of("file://" + environments.directory()));
    document.put("environments", all);
    return wire.answer(Format.JSON, document);
  }

  private Map<String, Object> settings(EnvironmentConf conf) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("modulepath", conf.modulePath().stream().map(Path::toString).toList());
    settings.put("manifest", conf.manifest().toString());
    settings.put(
        "environment_timeout",
        switch (timeout) {
          case EnvironmentTimeout.Always always -> 0;
          case EnvironmentTimeout.After after -> after.duration().toSeconds();
          case EnvironmentTimeout.Unlimited unlimited -> "unlimited";
        });
    settings.put("config_version", conf.configVersion() == null ? "" : conf.configVersion());
    return settings;
  }
}
