// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.compiler.hiera.yaml.PsychYaml;
import io.bunraku.compiler.hiera.yaml.YamlException;
import io.bunraku.compiler.value.Undef;
import io.bunraku.master.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts that a lookup sees: a file in JSON or YAML, whatever its name says of it. */
final class LookupFacts {

  private static final List<String> TRUSTED = List.of("hostname", "domain", "fqdn", "clientcert");

  private LookupFacts() {}

  static Map<String, Object> read(@Nullable Path file) throws ConfigException, IOException {
    if (file == null) {
      return Map.of();
    }
    Map<String, Object> facts = isYaml(file) ? yaml(file) : json(file);
    if (TRUSTED.stream().anyMatch(facts::containsKey) && !facts.keySet().containsAll(TRUSTED)) {
      throw new ConfigException(
          "When overriding any of the %s facts with %s given via the --facts flag, they must all be overridden."
              .formatted(String.join(",", TRUSTED), file));
    }
    return facts;
  }

  private static boolean isYaml(Path file) {
    return file.toString().endsWith(".yaml") || file.toString().endsWith(".yml");
  }

  private static Map<String, Object> json(Path file) throws ConfigException, IOException {
    try {
      return FactsFile.read(file);
    } catch (ConfigException e) {
      if (file.toString().endsWith(".json") || !Files.exists(file)) {
        throw e;
      }
      return yaml(file);
    }
  }

  private static Map<String, Object> yaml(Path file) throws ConfigException, IOException {
    Object document;
    try {
      document = PsychYaml.load(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new ConfigException("--facts " + file + ": there is no such file");
    } catch (YamlException e) {
      throw new ConfigException("--facts " + file + " is not YAML: " + e.getMessage());
    }
    if (!(document instanceof Map<?, ?> map)) {
      throw new ConfigException(
          "Incorrectly formatted data in %s given via the --facts flag (only accepts yaml and json files)"
              .formatted(file));
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    map.forEach((name, value) -> facts.put(String.valueOf(name), plain(value)));
    return facts;
  }

  /** As a reader of JSON gives it. */
  private static @Nullable Object plain(Object value) {
    return switch (value) {
      case Undef undef -> null;
      case List<?> list -> {
        List<@Nullable Object> result = new ArrayList<>();
        list.forEach(one -> result.add(plain(one)));
        yield result;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        map.forEach((key, one) -> result.put(String.valueOf(key), plain(one)));
        yield result;
      }
      default -> value;
    };
  }
}
