// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The YAML of an external node classifier. */
final class ClassifierYaml {

  private ClassifierYaml() {}

  static NodeClassification parse(String certname, String text) throws ClassificationException {
    Object document;
    try {
      document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (YAMLException e) {
      throw invalid(certname, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    if (!(document instanceof Map<?, ?> keys)) {
      throw invalid(certname, "the output is no hash");
    }
    Object environment = keys.get("environment");
    return new NodeClassification(
        environment == null ? null : String.valueOf(environment),
        classes(certname, keys.get("classes")),
        parameters(certname, keys.get("parameters")));
  }

  private static Map<String, @Nullable Map<String, Object>> classes(
      String certname, @Nullable Object value) throws ClassificationException {
    Map<String, @Nullable Map<String, Object>> classes = new LinkedHashMap<>();
    switch (value) {
      case null -> {}
      case List<?> names -> names.forEach(name -> classes.put(String.valueOf(name), null));
      case Map<?, ?> map -> {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          classes.put(
              String.valueOf(entry.getKey()),
              entry.getValue() instanceof Map<?, ?> parameters ? strings(parameters) : null);
        }
      }
      case String name -> classes.put(name, null);
      default -> throw invalid(certname, "classes is neither a list nor a hash");
    }
    return classes;
  }

  private static Map<String, Object> parameters(String certname, @Nullable Object value)
      throws ClassificationException {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return strings(map);
    }
    throw invalid(certname, "parameters is no hash");
  }

  private static Map<String, Object> strings(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach((key, value) -> result.put(String.valueOf(key), LanguageValues.of(value)));
    return result;
  }

  private static ClassificationException invalid(String certname, String why) {
    return ClassificationException.failed(
        certname, "Could not load external node results for " + certname + ": " + why);
  }
}
