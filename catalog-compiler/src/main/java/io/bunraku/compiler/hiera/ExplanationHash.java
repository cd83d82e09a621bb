// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.hiera.yaml.RubySymbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An explanation as data, in the order in which Puppet has it. */
final class ExplanationHash {

  private static final Pattern MODULE = Pattern.compile("^Module \"(.*)\" Data Provider");

  private ExplanationHash() {}

  static Map<Object, Object> of(Explanation root) {
    return root.steps().size() == 1 ? step(root.steps().getFirst()) : branches(root);
  }

  private static Map<Object, Object> branches(Explanation step) {
    Map<Object, Object> hash = new LinkedHashMap<>();
    if (!step.steps().isEmpty()) {
      put(hash, "branches", step.steps().stream().map(ExplanationHash::step).toList());
    }
    return hash;
  }

  private static Map<Object, Object> step(Explanation step) {
    return switch (step.kind()) {
      case MERGE_SOURCE -> mergeSource(step);
      case MERGE -> step.steps().size() == 1 ? step(step.steps().getFirst()) : merge(step);
      case ROOT, TOP, INVALID_KEY, LINE, SUB_KEY, SEGMENT -> common(step);
      case INTERPOLATION -> with(step, "expression");
      case SCOPE -> with(step, "name");
      case PROVIDER -> provider(step);
      case PATH -> location(step, "path");
      case URI -> location(step, "uri");
    };
  }

  private static Map<Object, Object> mergeSource(Explanation step) {
    Map<Object, Object> hash = new LinkedHashMap<>();
    put(hash, "type", new RubySymbol("merge_source"));
    put(hash, "merge_source", step.name());
    return hash;
  }

  private static Map<Object, Object> common(Explanation step) {
    Map<Object, Object> hash = branches(step);
    boolean named =
        step.kind() == Explanation.Kind.TOP || step.kind() == Explanation.Kind.INVALID_KEY;
    if (named || !step.key().isEmpty()) {
      put(hash, "key", named ? step.name() : step.key());
    }
    Object value = step.value();
    if (value != null) {
      put(hash, "value", value);
    }
    String event = event(step);
    if (!event.isEmpty()) {
      put(hash, "event", new RubySymbol(event));
    }
    if (!step.texts().isEmpty()) {
      put(hash, "texts", List.copyOf(step.texts()));
    }
    put(hash, "type", new RubySymbol(type(step)));
    return hash;
  }

  private static String event(Explanation step) {
    if (step.kind() == Explanation.Kind.LINE) {
      return step.name().endsWith("\" not found") && step.name().startsWith("Module \"")
          ? "module_not_found"
          : "module_provider_not_found";
    }
    return step.event() == Explanation.Event.NONE
        ? ""
        : step.event().name().toLowerCase(Locale.ROOT);
  }

  private static String type(Explanation step) {
    return switch (step.kind()) {
      case TOP -> "root";
      case LINE -> "module";
      case INTERPOLATION -> "interpolate";
      case PROVIDER -> "data_provider";
      case ROOT, INVALID_KEY, MERGE_SOURCE, MERGE, PATH, URI, SUB_KEY, SEGMENT, SCOPE ->
          step.kind().name().toLowerCase(Locale.ROOT);
    };
  }

  private static Map<Object, Object> with(Explanation step, String key) {
    Map<Object, Object> hash = common(step);
    put(hash, key, step.name());
    return hash;
  }

  private static Map<Object, Object> merge(Explanation step) {
    Map<Object, Object> hash = common(step);
    put(hash, "merge", new RubySymbol(step.name()));
    Object options = step.detail();
    if (options != null) {
      put(hash, "options", options);
    }
    return hash;
  }

  private static Map<Object, Object> provider(Explanation step) {
    Map<Object, Object> hash = with(step, "name");
    Object path = step.detail();
    if (path != null) {
      put(hash, "configuration_path", path);
    }
    Matcher module = MODULE.matcher(step.name());
    if (module.find()) {
      put(hash, "module", module.group(1));
    }
    return hash;
  }

  private static Map<Object, Object> location(Explanation step, String key) {
    Map<Object, Object> hash = common(step);
    put(hash, "original_" + key, String.valueOf(step.detail()));
    put(hash, key, step.name());
    return hash;
  }

  private static void put(Map<Object, Object> hash, String key, Object value) {
    hash.put(new RubySymbol(key), value);
  }
}
