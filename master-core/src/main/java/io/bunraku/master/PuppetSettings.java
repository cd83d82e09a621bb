// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.master.config.EnvironmentTimeout;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.master.config.NodeTerminus;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Our configuration under Puppet's names: what {@code $settings::} shows. */
public final class PuppetSettings {

  private PuppetSettings() {}

  /** The settings of a master, as Puppet would print them. */
  public static Map<String, Object> of(MasterConfig config) {
    Map<String, Object> settings = new LinkedHashMap<>();
    LanguageOptions options = config.options();
    settings.put("certname", config.certname());
    settings.put("server", config.certname());
    settings.put("ca_server", config.certname());
    settings.put("report_server", config.certname());
    settings.put("codedir", config.codedir().toString());
    settings.put("environmentpath", config.environmentPath().toString());
    settings.put(
        "basemodulepath",
        config.basemodulepath().stream().map(Path::toString).collect(Collectors.joining(":")));
    settings.put("ssldir", config.ssldir().toString());
    settings.put("vardir", config.vardir().toString());
    settings.put("statedir", config.vardir().resolve("state").toString());
    settings.put("bucketdir", config.vardir().resolve("bucket").toString());
    settings.put("hiera_config", config.hieraConfig().toString());
    settings.put("environment_timeout", timeout(config.environmentTimeout()));
    settings.put("autosign", config.autosign());
    settings.put("storeconfigs", config.storeconfigs());
    settings.put("strict", options.strict().name().toLowerCase(Locale.ROOT));
    settings.put("strict_variables", options.strictVariables());
    settings.put("node_terminus", config.nodeTerminus() == NodeTerminus.EXEC ? "exec" : "plain");
    settings.put("digest_algorithm", "sha256");
    settings.put("masterport", (long) config.listen().port());
    settings.put("serverport", (long) config.listen().port());
    settings.put("default_manifest", "./manifests");
    settings.put("disable_per_environment_manifest", false);
    settings.put("catalog_terminus", "compiler");
    settings.put("user", System.getProperty("user.name", "puppet"));
    settings.put("group", System.getProperty("user.name", "puppet"));
    return settings;
  }

  private static Object timeout(EnvironmentTimeout timeout) {
    return switch (timeout) {
      case EnvironmentTimeout.Always always -> 0L;
      case EnvironmentTimeout.After after -> after.duration().toSeconds();
      case EnvironmentTimeout.Unlimited unlimited -> "unlimited";
    };
  }
}
