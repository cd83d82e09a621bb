// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code environment.conf}.
 *
 * @param modulePath module directories in order
 * @param manifest the main manifest, a file or directory that need not exist
 * @param configVersion the command behind {@code config_version}, or null
 * @param environmentTimeout as written, or null
 * @param dataProvider {@code environment_data_provider}, or null
 * @param staticCatalogs as written, or null
 * @param warnings what Puppet warns of
 */
public record EnvironmentConf(
    List<Path> modulePath,
    Path manifest,
    @Nullable String configVersion,
    @Nullable String environmentTimeout,
    @Nullable String dataProvider,
    @Nullable String staticCatalogs,
    List<String> warnings) {

  private static final Pattern SECTION = Pattern.compile("^\\s*\\[(\\w+)\\]\\s*$");
  private static final Pattern SETTING = Pattern.compile("^\\s*(\\w+)\\s*=\\s*(.*?)\\s*$");
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)\\})");
  private static final Set<String> KNOWN =
      Set.of(
          "modulepath",
          "manifest",
          "config_version",
          "environment_timeout",
          "environment_data_provider",
          "static_catalogs",
          "rich_data");

  public EnvironmentConf {
    modulePath = List.copyOf(modulePath);
    warnings = List.copyOf(warnings);
  }

  static EnvironmentConf read(EnvironmentSettings settings, VersionFiles files) {
    Path file = settings.directory().resolve("environment.conf");
    String text = files.isFile(file) ? files.read(file) : null;
    List<String> warnings = new ArrayList<>();
    Map<String, String> values =
        text == null ? Map.of() : values(text, settings.logicalPath(file), warnings);
    Map<String, String> variables = new LinkedHashMap<>(settings.variables());
    variables.put("environment", settings.name());
    variables.put("basemodulepath", joined(settings.baseModulePath()));
    values = interpolated(values, variables);
    String configVersion = values.get("config_version");
    return new EnvironmentConf(
        modulePath(settings, values.get("modulepath")),
        absolute(settings, values.getOrDefault("manifest", settings.defaultManifest())),
        configVersion == null ? null : absolute(settings, configVersion).toString(),
        values.get("environment_timeout"),
        values.get("environment_data_provider"),
        values.get("static_catalogs"),
        warnings);
  }

  private static Map<String, String> values(String text, String shown, List<String> warnings) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> sections = new ArrayList<>();
    String section = "main";
    for (String line : text.split("\n", -1)) {
      Matcher header = SECTION.matcher(line);
      Matcher setting = SETTING.matcher(line);
      if (header.matches()) {
        section = header.group(1);
        if (!section.equals("main") && !sections.contains(section)) {
          sections.add(section);
        }
      } else if (setting.matches() && section.equals("main")) {
        values.put(setting.group(1), withoutComment(setting.group(2)));
      }
    }
    if (!sections.isEmpty()) {
      warnings.add(
          "Invalid sections in environment.conf at '%s'. Environment conf may not have sections. The following sections are being ignored: '%s'"
              .formatted(shown, String.join(",", sections)));
    }
    List<String> unknown = values.keySet().stream().filter(key -> !KNOWN.contains(key)).toList();
    if (!unknown.isEmpty()) {
      warnings.add(
          "Invalid settings in environment.conf at '%s'. The following unknown setting(s) are being ignored: %s"
              .formatted(shown, String.join(", ", unknown)));
    }
    return values;
  }

  /** Puppet takes {@code #} for a comment only at the start of a line or after whitespace. */
  private static String withoutComment(String value) {
    int hash = value.startsWith("#") ? 0 : value.indexOf(" #");
    return hash < 0 ? value : value.substring(0, hash).strip();
  }

  private static Map<String, String> interpolated(
      Map<String, String> values, Map<String, String> variables) {
    Map<String, String> result = new LinkedHashMap<>();
    values.forEach((key, value) -> result.put(key, interpolated(value, variables)));
    return result;
  }

  private static String interpolated(String value, Map<String, String> variables) {
    return VARIABLE
        .matcher(value)
        .replaceAll(match -> {
          String name = match.group(1) == null ? match.group(2) : match.group(1);
          return Matcher.quoteReplacement(variables.getOrDefault(name, match.group()));
        });
  }

  private static List<Path> modulePath(EnvironmentSettings settings, @Nullable String written) {
    List<Path> result = new ArrayList<>();
    if (written == null) {
      result.add(settings.directory().resolve("modules"));
      result.addAll(settings.baseModulePath());
      return result;
    }
    for (String entry : written.split(":", -1)) {
      if (!entry.isEmpty()) {
        result.add(absolute(settings, entry));
      }
    }
    return result;
  }

  private static Path absolute(EnvironmentSettings settings, String path) {
    return settings.directory().resolve(path).normalize();
  }

  private static String joined(List<Path> paths) {
    return String.join(":", paths.stream().map(Path::toString).toList());
  }
}
