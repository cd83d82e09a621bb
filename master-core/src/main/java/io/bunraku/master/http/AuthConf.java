// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import io.bunraku.master.ca.PuppetOids;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads auth.conf, Puppet Server's file of rules in HOCON. */
final class AuthConf {

  private static final String PACKAGED = "/io/bunraku/master/http/auth.conf";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "head", "any");

  private AuthConf() {}

  /** The rules that we come with. */
  static List<Rule> packaged() {
    var stream = java.util.Objects.requireNonNull(AuthConf.class.getResourceAsStream(PACKAGED));
    try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return rules(ConfigFactory.parseReader(reader), "auth.conf");
    } catch (java.io.IOException | io.bunraku.master.config.ConfigException e) {
      throw new IllegalStateException("The packaged auth.conf is broken", e);
    }
  }

  /**
   * Reads an operator's file.
   *
   * @throws io.bunraku.master.config.ConfigException when it has to be corrected
   */
  static List<Rule> read(Path file) throws io.bunraku.master.config.ConfigException {
    try {
      Config config =
          ConfigFactory.parseFile(
              file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
      return rules(config.resolve(), file.toString());
    } catch (ConfigException e) {
      throw new io.bunraku.master.config.ConfigException(String.valueOf(e.getMessage()));
    }
  }

  private static List<Rule> rules(Config config, String file)
      throws io.bunraku.master.config.ConfigException {
    try {
      int version = config.getInt("authorization.version");
      if (version != 1) {
        throw new IllegalArgumentException("authorization.version is " + version + ", not 1");
      }
      List<Rule> rules = new ArrayList<>();
      Set<String> names = new HashSet<>();
      for (Config rule : config.getConfigList("authorization.rules")) {
        Rule read = rule(rule);
        if (!names.add(read.name())) {
          throw new IllegalArgumentException("Duplicate rule named '" + read.name() + "'");
        }
        rules.add(read);
      }
      rules.sort(Comparator.comparingInt(Rule::sortOrder).thenComparing(Rule::name));
      return List.copyOf(rules);
    } catch (ConfigException e) {
      throw new io.bunraku.master.config.ConfigException(file + ": " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new io.bunraku.master.config.ConfigException(file + ": " + e.getMessage());
    }
  }

  private static Rule rule(Config config) {
    String name = config.getString("name");
    int order = config.getInt("sort-order");
    if (order < 1 || order > 999) {
      throw new IllegalArgumentException(
          "The sort-order of rule '" + name + "' is not from 1 to 999");
    }
    boolean open =
        config.hasPath("allow-unauthenticated") && config.getBoolean("allow-unauthenticated");
    boolean named = config.hasPath("allow") || config.hasPath("deny");
    if (open == named) {
      throw new IllegalArgumentException(
          "Rule '" + name + "' needs either allow or deny, or allow-unauthenticated");
    }
    Config match = config.getConfig("match-request");
    String path = match.getString("path");
    boolean regex = match.getString("type").equals("regex");
    return new Rule(
        name,
        order,
        regex ? null : path,
        regex ? pattern(path, name) : null,
        methods(match, name),
        query(match),
        subjects(config, "allow"),
        subjects(config, "deny"),
        open);
  }

  private static Pattern pattern(String regex, String rule) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "The path of rule '" + rule + "' is no regular expression: " + e.getDescription(), e);
    }
  }

  private static Set<String> methods(Config match, String rule) {
    List<String> methods = strings(match, "method");
    Set<String> set =
        methods.stream().map(m -> m.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    if (!METHODS.containsAll(set)) {
      throw new IllegalArgumentException("Rule '" + rule + "' has an unknown method: " + methods);
    }
    return set.contains("any") ? Set.of() : Set.copyOf(set);
  }

  private static Map<String, List<String>> query(Config match) {
    if (!match.hasPath("query-params")) {
      return Map.of();
    }
    Config params = match.getConfig("query-params");
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String name : params.root().keySet()) {
      query.put(name, texts(params.root().get(name)));
    }
    return Map.copyOf(query);
  }

  private static List<Subject> subjects(Config config, String key) {
    if (!config.hasPath(key)) {
      return List.of();
    }
    List<Subject> subjects = new ArrayList<>();
    ConfigValue value = config.getValue(key);
    if (value instanceof com.typesafe.config.ConfigList list) {
      list.forEach(item -> subjects.add(subject(item)));
    } else {
      subjects.add(subject(value));
    }
    return List.copyOf(subjects);
  }

  private static Subject subject(ConfigValue value) {
    if (!(value instanceof ConfigObject object)) {
      return Subject.named(String.valueOf(value.unwrapped()));
    }
    Config entry = object.toConfig();
    if (entry.hasPath("certname")) {
      return Subject.named(entry.getString("certname"));
    }
    if (!entry.hasPath("extensions")) {
      throw new IllegalArgumentException("An entry has neither certname nor extensions");
    }
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    entry.getObject("extensions").forEach((name, values) -> wanted.put(oid(name), texts(values)));
    return new Subject.Carrying(Map.copyOf(wanted));
  }

  private static String oid(String name) {
    String oid = PuppetOids.oid(name);
    if (oid == null && !name.matches("[0-9.]+")) {
      throw new IllegalArgumentException("Unknown extension '" + name + "'");
    }
    return oid == null ? name : oid;
  }

  private static List<String> strings(Config config, String key) {
    return config.hasPath(key) ? texts(config.getValue(key)) : List.of();
  }

  private static List<String> texts(@Nullable ConfigValue value) {
    Object plain = value == null ? List.of() : value.unwrapped();
    return plain instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(plain));
  }
}
