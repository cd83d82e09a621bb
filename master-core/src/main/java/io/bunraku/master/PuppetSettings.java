// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.value.Undef;
import io.bunraku.master.config.EnvironmentTimeout;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.master.config.NodeTerminus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Our configuration under Puppet's names, and Puppet's defaults for all else that Puppet can be
 * configured with: what {@code $settings::} shows.
 */
public final class PuppetSettings {

  private static final String DEFAULTS = "puppet-settings.json";

  private PuppetSettings() {}

  /** The settings of a master, as Puppet would print them, in Puppet's order. */
  public static Map<String, Object> of(MasterConfig config) {
    Map<String, Object> settings = defaults(config);
    own(config, settings);
    return settings;
  }

  private static Map<String, Object> defaults(MasterConfig config) {
    JsonNode known;
    try (InputStream in = PuppetSettings.class.getResourceAsStream(DEFAULTS)) {
      known = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    known.get("all").properties().forEach(it -> settings.put(it.getKey(), value(it, config)));
    if (config.options().version() == LanguageVersion.PUPPET_8) {
      known.get("since8").properties().forEach(it -> settings.put(it.getKey(), value(it, config)));
    }
    return settings;
  }

  private static Object value(Map.Entry<String, JsonNode> entry, MasterConfig config) {
    JsonNode value = entry.getValue();
    if (value.isArray()) {
      List<Object> texts = new ArrayList<>();
      value.forEach(one -> texts.add(one.asText()));
      return texts;
    }
    if (value.isIntegralNumber()) {
      return value.longValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.asText().equals("Infinity")) {
      return Double.POSITIVE_INFINITY;
    }
    return value.isNull() ? Undef.UNDEF : interpolate(value.asText(), config);
  }

  private static String interpolate(String text, MasterConfig config) {
    Path confdir = config.hieraConfig().toAbsolutePath().getParent();
    return text.replace("$confdir", String.valueOf(confdir))
        .replace("$codedir", config.codedir().toString())
        .replace("$vardir", config.vardir().toString())
        .replace("$ssldir", config.ssldir().toString())
        .replace("$certname", config.certname());
  }

  private static void own(MasterConfig config, Map<String, Object> settings) {
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
    settings.put("hiera_config", config.hieraConfig().toString());
    settings.put("environment_timeout", timeout(config.environmentTimeout()));
    settings.put("autosign", config.autosign());
    settings.put("storeconfigs", config.storeconfigs());
    settings.put("strict", options.strict().name().toLowerCase(Locale.ROOT));
    settings.put("strict_variables", options.strictVariables());
    settings.put("node_terminus", config.nodeTerminus() == NodeTerminus.EXEC ? "exec" : "plain");
    settings.put("masterport", (long) config.listen().port());
    settings.put("serverport", (long) config.listen().port());
  }

  private static Object timeout(EnvironmentTimeout timeout) {
    return switch (timeout) {
      case EnvironmentTimeout.Always always -> 0L;
      case EnvironmentTimeout.After after -> after.duration().toSeconds();
      case EnvironmentTimeout.Unlimited unlimited -> "unlimited";
    };
  }
}
