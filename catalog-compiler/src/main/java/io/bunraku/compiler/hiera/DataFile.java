// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.typesafe.config.ConfigException;
import io.bunraku.compiler.check.JsonSyntax;
import io.bunraku.compiler.hiera.yaml.PsychYaml;
import io.bunraku.compiler.hiera.yaml.RubySymbol;
import io.bunraku.compiler.hiera.yaml.YamlException;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A data file, parsed once for all compiles of a version.
 *
 * @param content what the file holds, a hash when it is good data
 * @param interpolated the keys whose values have something to interpolate
 * @param foreign the keys whose values are none of the language: they hold Ruby symbols
 * @param error why it cannot be read, or null
 * @param notHash whether it is YAML of another kind, which Puppet warns of
 */
record DataFile(
    Object content,
    Set<Object> interpolated,
    Set<Object> foreign,
    @Nullable String error,
    boolean notHash) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  /** Reads a file as one of Puppet's own {@code data_hash} functions does. */
  static DataFile read(String function, String shown, String text) {
    return switch (function) {
      case "yaml_data" -> yaml(shown, text);
      case "json_data" -> json(shown, text);
      case "hocon_data" -> hocon(shown, text);
      default -> throw new IllegalArgumentException(function);
    };
  }

  private static DataFile yaml(String shown, String text) {
    try {
      Object read = PsychYaml.load(text, shown);
      if (read instanceof Map<?, ?> map) {
        return of(PsychYaml.symbolKeysToStrings(map));
      }
      return new DataFile(read, Set.of(), Set.of(), null, true);
    } catch (YamlException e) {
      return failed("Unable to parse %s".formatted(e.getMessage()));
    }
  }

  private static DataFile json(String shown, String text) {
    @Nullable String error = null;
    try {
      JsonNode root = JSON.readTree(text);
      if (!root.isMissingNode()) {
        return of(converted(root));
      }
    } catch (JsonProcessingException e) {
      error = e.getOriginalMessage();
    }
    String inRubysWords = JsonSyntax.errorIn(text);
    return failed(
        "Unable to parse (%s): %s".formatted(shown, inRubysWords == null ? error : inRubysWords));
  }

  private static DataFile hocon(String shown, String text) {
    try {
      return of(HoconReader.read(text));
    } catch (ConfigException e) {
      return failed("Unable to parse (%s): %s".formatted(shown, e.getMessage()));
    }
  }

  private static DataFile of(Object content) {
    Set<Object> interpolated = new HashSet<>();
    Set<Object> foreign = new HashSet<>();
    if (content instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        if (Interpolator.isNeeded(value)) {
          interpolated.add(key);
        }
        if (isForeign(value)) {
          foreign.add(key);
        }
      });
    }
    return new DataFile(
        content,
        Collections.unmodifiableSet(interpolated),
        Collections.unmodifiableSet(foreign),
        null,
        false);
  }

  private static DataFile failed(String message) {
    return new DataFile(Map.of(), Set.of(), Set.of(), message, false);
  }

  private static Object converted(JsonNode node) {
    if (node.isObject()) {
      Map<Object, Object> map = new LinkedHashMap<>();
      node.properties().forEach(e -> map.put(e.getKey(), converted(e.getValue())));
      return Collections.unmodifiableMap(map);
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(element -> list.add(converted(element)));
      return Collections.unmodifiableList(list);
    }
    if (node.isNumber()) {
      return node.isIntegralNumber()
          ? node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue()
          : (Object) node.doubleValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isTextual() ? node.textValue() : Undef.UNDEF;
  }

  /** Whether a value is none that lookups may have. */
  static boolean isForeign(Object value) {
    return switch (value) {
      case RubySymbol symbol -> !symbol.name().equals("default");
      case List<?> list -> list.stream().anyMatch(DataFile::isForeign);
      case Map<?, ?> map ->
          map.entrySet().stream().anyMatch(e -> !isKey(e.getKey()) || isForeign(e.getValue()));
      default -> false;
    };
  }

  private static boolean isKey(Object key) {
    return key instanceof String || key instanceof Number;
  }
}
