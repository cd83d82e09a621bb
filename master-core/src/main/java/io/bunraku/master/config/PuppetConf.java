// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An existing puppet.conf. Section {@code [server]} beats {@code [master]} beats {@code [main]};
 * settings that we do not know are ignored with one line in the log.
 */
final class PuppetConf {

  private static final Logger LOG = LoggerFactory.getLogger(PuppetConf.class);
  private static final Pattern SECTION = Pattern.compile("\\s*\\[(\\w+)\\]\\s*");
  private static final Pattern LINE = Pattern.compile("\\s*(\\w+)\\s*=\\s*(.*?)\\s*");
  private static final Pattern BLANK = Pattern.compile("\\s*(#.*)?");
  private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)|\\$\\{(\\w+)\\}");
  private static final Pattern FILE_OPTIONS = Pattern.compile("\\{\\s*[^}]+\\s*\\}\\s*$");
  private static final List<String> SECTIONS = List.of("server", "master", "main");
  private static final Set<String> QUIET = Set.of("environmentpath", "confdir", "logdir", "rundir");

  private final String name;
  private final Map<String, Map<String, Setting>> sections = new HashMap<>();
  private final Map<String, String> builtin;

  private PuppetConf(String name, Map<String, String> builtin) {
    this.name = name;
    this.builtin = builtin;
  }

  static Map<ConfigKey, Setting> read(Path file) throws ConfigException {
    try {
      Path directory = file.toAbsolutePath().getParent();
      return parse(file.toString(), Files.readString(file), String.valueOf(directory));
    } catch (IOException e) {
      throw new ConfigException("Could not read " + file + ": " + e.getMessage());
    }
  }

  static Map<ConfigKey, Setting> parse(String name, String text, String confdir)
      throws ConfigException {
    PuppetConf conf =
        new PuppetConf(
            name,
            Map.of(
                "confdir",
                confdir,
                "codedir",
                "/etc/puppetlabs/code",
                "vardir",
                "/opt/puppetlabs/server/data/puppetserver",
                "ssldir",
                confdir + "/ssl"));
    conf.scan(text);
    conf.reportUnknown();
    return conf.settings();
  }

  private void scan(String text) throws ConfigException {
    String section = "main";
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      Matcher header = SECTION.matcher(line);
      Matcher setting = LINE.matcher(line);
      if (header.matches()) {
        section = header.group(1);
      } else if (setting.matches()) {
        String value = FILE_OPTIONS.matcher(setting.group(2)).replaceFirst("").trim();
        sections
            .computeIfAbsent(section, s -> new HashMap<>())
            .putIfAbsent(setting.group(1), new Setting(unquote(value), name + ":" + number));
      } else if (!BLANK.matcher(line).matches()) {
        throw new ConfigException(name + ":" + number + ": Could not match line " + line);
      }
    }
  }

  private static String unquote(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private @Nullable Setting find(String setting) {
    for (String section : SECTIONS) {
      Setting found = sections.getOrDefault(section, Map.of()).get(setting);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Map<ConfigKey, Setting> settings() throws ConfigException {
    Map<ConfigKey, Setting> settings = new EnumMap<>(ConfigKey.class);
    for (ConfigKey key : ConfigKey.values()) {
      Setting raw = key.puppetName() == null ? null : find(key.puppetName());
      if (raw != null) {
        settings.put(key, new Setting(interpolate(raw, 0), raw.origin()));
      }
    }
    return settings;
  }

  private String interpolate(Setting setting, int depth) throws ConfigException {
    if (depth > 20) {
      throw setting.error("the value refers to itself");
    }
    Matcher matcher = VARIABLE.matcher((String) setting.value());
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String variable = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
      String value = variable(variable, setting, depth);
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(text).toString();
  }

  private String variable(String variable, Setting user, int depth) throws ConfigException {
    Setting set = find(variable);
    if (set != null) {
      return interpolate(set, depth + 1);
    }
    String known = builtin.get(variable);
    if (known == null) {
      throw user.error("Could not find value for $" + variable);
    }
    return known;
  }

  private void reportUnknown() {
    Set<String> unknown = new TreeSet<>();
    for (String section : SECTIONS) {
      unknown.addAll(sections.getOrDefault(section, Map.of()).keySet());
    }
    unknown.removeAll(QUIET);
    for (ConfigKey key : ConfigKey.values()) {
      if (key.puppetName() != null) {
        unknown.remove(key.puppetName());
      }
    }
    if (!unknown.isEmpty()) {
      LOG.info("{}: settings without a meaning here: {}", name, String.join(", ", unknown));
    }
  }
}
