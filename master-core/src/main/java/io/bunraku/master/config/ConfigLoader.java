// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageOptions.Strict;
import io.bunraku.compiler.LanguageVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a {@link MasterConfig} of file, command line and puppet.conf. */
public final class ConfigLoader {

  private static final String DEFAULT_CODEDIR = "/etc/puppetlabs/code";

  private static final List<String> SERVER_FACTS = List.of("servername", "serverip", "serverip6");

  private final Map<ConfigKey, Setting> settings;

  private ConfigLoader(Map<ConfigKey, Setting> settings) {
    this.settings = settings;
  }

  /**
   * Loads a configuration.
   *
   * @param file our YAML file, or null for defaults
   * @param overrides {@code key=value}, dotted below {@code store} and {@code server-facts}; they
   *     beat the file
   * @throws ConfigException when something has to be corrected
   */
  public static MasterConfig load(@Nullable Path file, List<String> overrides)
      throws ConfigException {
    Map<ConfigKey, Setting> own = file == null ? Map.of() : ConfigFile.read(file);
    Map<ConfigKey, Setting> settings = new EnumMap<>(ConfigKey.class);
    settings.putAll(own);
    for (String override : overrides) {
      set(settings, override);
    }
    Setting puppetConf = settings.get(ConfigKey.PUPPET_CONF);
    if (puppetConf != null) {
      PuppetConf.read(Path.of(text(puppetConf))).forEach(settings::putIfAbsent);
    }
    return new ConfigLoader(settings).config();
  }

  private static void set(Map<ConfigKey, Setting> settings, String override)
      throws ConfigException {
    int equals = override.indexOf('=');
    if (equals < 1) {
      throw new ConfigException("--set " + override + ": expected KEY=VALUE");
    }
    String name = override.substring(0, equals).trim();
    String value = override.substring(equals + 1).trim();
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    ConfigKey key =
        ConfigKey.named(first)
            .orElseThrow(() ->
                new ConfigException(
                    "--set: unknown key '"
                        + first
                        + "'; did you mean '"
                        + ConfigKey.nearest(first).key()
                        + "'?"));
    if (dot < 0) {
      settings.put(key, new Setting(value, "--set"));
    } else if (key == ConfigKey.STORE || key == ConfigKey.SERVER_FACTS) {
      Map<String, String> entries = new LinkedHashMap<>(map(settings.get(key)));
      entries.put(name.substring(dot + 1), value);
      settings.put(key, new Setting(entries, "--set"));
    } else {
      throw new ConfigException("--set: '" + first + "' has no keys of its own");
    }
  }

  private MasterConfig config() throws ConfigException {
    Path codedir = path(ConfigKey.CODEDIR, DEFAULT_CODEDIR);
    Path vardir = path(ConfigKey.VARDIR, "/var/lib/bunraku");
    NodeTerminus terminus =
        parsed(ConfigKey.NODE_TERMINUS, "plain", t -> NodeTerminus.valueOf(upper(t)));
    @Nullable String externalNodes = optional(ConfigKey.EXTERNAL_NODES);
    if (terminus == NodeTerminus.EXEC && externalNodes == null) {
      throw new ConfigException("'node-terminus: exec' needs 'external-nodes'");
    }
    @Nullable String authConf = optional(ConfigKey.AUTH_CONF);
    return new MasterConfig(
        certname(),
        parsed(ConfigKey.LISTEN, "0.0.0.0:8140", ListenAddress::parse),
        plainListen(),
        list(ConfigKey.TRUSTED_PROXIES, ","),
        codedir,
        path(ConfigKey.SSLDIR, "/etc/puppetlabs/puppet/ssl"),
        vardir,
        parsed(ConfigKey.ENVIRONMENT_TIMEOUT, "0", EnvironmentTimeout::parse),
        store(),
        string(ConfigKey.AUTOSIGN, "false"),
        authConf == null ? null : Path.of(authConf).toAbsolutePath(),
        options(),
        parsed(ConfigKey.STORECONFIGS, "true", ConfigLoader::bool),
        parsed(ConfigKey.STORECONFIGS_SCOPE, "all", t -> CollectorScope.valueOf(upper(t))),
        lifetimes(),
        basemodulepath(codedir),
        path(ConfigKey.HIERA_CONFIG, "/etc/puppetlabs/puppet/hiera.yaml"),
        terminus,
        externalNodes,
        serverFacts(),
        list(ConfigKey.DNS_ALT_NAMES, ","),
        plugins());
  }

  /** The launcher knows where the distribution is. */
  private @Nullable Path plugins() throws ConfigException {
    String home = System.getProperty("bunraku.home");
    String given = optional(ConfigKey.PLUGINS);
    if (given == null) {
      return home == null ? null : Path.of(home, "plugins");
    }
    return Path.of(given).toAbsolutePath().normalize();
  }

  private Map<String, String> serverFacts() throws ConfigException {
    Setting setting = settings.get(ConfigKey.SERVER_FACTS);
    if (setting == null) {
      return Map.of();
    }
    if (!(setting.value() instanceof Map<?, ?>)) {
      throw setting.error("expected names and values, as in '{serverip: 10.0.0.5}'");
    }
    Map<String, String> facts = map(setting);
    for (String name : facts.keySet()) {
      if (!SERVER_FACTS.contains(name)) {
        throw setting.error("no such server fact: '" + name + "'; there are " + SERVER_FACTS);
      }
    }
    return facts;
  }

  private Lifetimes lifetimes() throws ConfigException {
    return new Lifetimes(
        parsed(ConfigKey.NODE_TTL, "7d", Lifetimes::parse),
        parsed(ConfigKey.NODE_PURGE_TTL, "14d", Lifetimes::parse),
        parsed(ConfigKey.REPORT_TTL, "14d", Lifetimes::parse),
        parsed(ConfigKey.GC_INTERVAL, "1h", Lifetimes::parse));
  }

  private String certname() throws ConfigException {
    String name = optional(ConfigKey.CERTNAME);
    return (name == null ? hostName() : name).toLowerCase(Locale.ROOT);
  }

  /** The host's name without a question to DNS, which may hang at start. */
  private static String hostName() {
    try {
      String name = Files.readString(Path.of("/etc/hostname")).trim();
      if (!name.isEmpty()) {
        return name;
      }
    } catch (IOException e) {
      // no such file on this system: the resolver below knows
    }
    try {
      return InetAddress.getLocalHost().getCanonicalHostName();
    } catch (IOException e) {
      return "localhost";
    }
  }

  private @Nullable ListenAddress plainListen() throws ConfigException {
    String text = optional(ConfigKey.PLAIN_LISTEN);
    return text == null || text.equals("false") || text.equals("off")
        ? null
        : parsed(ConfigKey.PLAIN_LISTEN, text, ListenAddress::parse);
  }

  private StoreConfig store() throws ConfigException {
    Map<String, String> all = new LinkedHashMap<>(map(settings.get(ConfigKey.STORE)));
    String backend = all.remove("backend");
    try {
      OutageSettings outage = OutageSettings.take(all);
      return new StoreConfig(backend == null ? "local" : backend, all, outage);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  private LanguageOptions options() throws ConfigException {
    LanguageVersion version =
        parsed(ConfigKey.LANGUAGE, "8", t -> LanguageVersion.valueOf("PUPPET_" + t));
    LanguageOptions defaults = LanguageOptions.defaults(version);
    Strict strict =
        parsed(ConfigKey.STRICT, defaults.strict().name(), t -> Strict.valueOf(upper(t)));
    boolean strictVariables =
        parsed(
            ConfigKey.STRICT_VARIABLES,
            Boolean.toString(defaults.strictVariables()),
            ConfigLoader::bool);
    return new LanguageOptions(version, strict, strictVariables);
  }

  private List<Path> basemodulepath(Path codedir) throws ConfigException {
    List<String> given = list(ConfigKey.BASEMODULEPATH, ":");
    if (given.isEmpty() && !settings.containsKey(ConfigKey.BASEMODULEPATH)) {
      return List.of(codedir.resolve("modules"), Path.of("/opt/puppetlabs/puppet/modules"));
    }
    return given.stream().map(p -> Path.of(p).toAbsolutePath().normalize()).toList();
  }

  private <T> T parsed(ConfigKey key, String fallback, Function<String, T> parser)
      throws ConfigException {
    Setting setting = settings.get(key);
    String text = setting == null ? fallback : text(setting);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      String why = e instanceof NumberFormatException || e.getMessage() == null ? "" : why(e);
      String origin = setting == null ? key.key() : setting.origin();
      throw new ConfigException(
          origin + ": '" + text + "' is no value for '" + key.key() + "'" + why);
    }
  }

  /** Enum's own message names a Java class, which helps nobody. */
  private static String why(IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("No enum constant") ? "" : " (" + message + ")";
  }

  private Path path(ConfigKey key, String fallback) throws ConfigException {
    return Path.of(string(key, fallback)).toAbsolutePath().normalize();
  }

  private String string(ConfigKey key, String fallback) throws ConfigException {
    Setting setting = settings.get(key);
    return setting == null ? fallback : text(setting);
  }

  private @Nullable String optional(ConfigKey key) throws ConfigException {
    Setting setting = settings.get(key);
    return setting == null ? null : text(setting);
  }

  private List<String> list(ConfigKey key, String separator) throws ConfigException {
    Setting setting = settings.get(key);
    if (setting == null) {
      return List.of();
    }
    if (setting.value() instanceof List<?> items) {
      List<String> list = new ArrayList<>();
      items.forEach(item -> list.add(String.valueOf(item)));
      return list;
    }
    return Arrays.stream(text(setting).split(separator, -1))
        .map(String::trim)
        .filter(s -> !s.isEmpty())
        .toList();
  }

  private static Map<String, String> map(@Nullable Setting setting) throws ConfigException {
    if (setting == null) {
      return Map.of();
    }
    if (!(setting.value() instanceof Map<?, ?> entries)) {
      return Map.of("backend", text(setting));
    }
    Map<String, String> map = new LinkedHashMap<>();
    entries.forEach((k, v) -> map.put(String.valueOf(k), String.valueOf(v)));
    return map;
  }

  private static String text(Setting setting) throws ConfigException {
    if (setting.value() instanceof String text) {
      return text;
    }
    throw setting.error("expected a plain value");
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
