// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.hiera.yaml.PsychYaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a configuration and takes it apart, as {@code hiera_config.rb} does. */
final class ConfigReader {

  private static final List<String> LOCATION_KEYS =
      List.of("path", "paths", "glob", "globs", "uri", "uris", "mapped_paths");
  private static final Map<?, ?> STANDARD_DEFAULTS =
      Map.of("datadir", "data", "data_hash", "yaml_data");

  private final Path file;
  private final String shown;
  private final Layer layer;
  private final String text;

  ConfigReader(Path file, String shown, Layer layer, String text) {
    this.file = file;
    this.shown = shown;
    this.layer = layer;
    this.text = text;
  }

  HieraConfig version5(Map<?, ?> written) {
    Map<Object, Object> config = new LinkedHashMap<>(written);
    putIfMissing(config, "defaults", STANDARD_DEFAULTS);
    putIfMissing(config, "hierarchy", List.of(Map.of("name", "Common", "path", "common.yaml")));
    LookupTypes.assertConfig(subject(), ConfigTypes.VERSION_5, config);
    Map<?, ?> defaults = (Map<?, ?>) Objects.requireNonNull(config.get("defaults"));
    checkDefaults(defaults);
    List<HierarchyLevel> hierarchy = levels(config.get("hierarchy"), defaults);
    levels(config.get("plan_hierarchy"), defaults);
    Object defaultHierarchy = config.get("default_hierarchy");
    if (defaultHierarchy != null && layer != Layer.MODULE) {
      throw failure(
          "HIERA_DEFAULT_HIERARCHY_NOT_IN_MODULE",
          "'default_hierarchy' is only allowed in the module layer",
          lineOf("(?:^|\\s+)default_hierarchy:"));
    }
    return new HieraConfig(
        file,
        shown,
        root(),
        5,
        hierarchy,
        defaultHierarchy == null ? null : levels(defaultHierarchy, defaults),
        FirstFoundStrategy.DEFAULT,
        List.of(),
        text);
  }

  HieraConfig version4(Map<?, ?> written) {
    Map<Object, Object> config = new LinkedHashMap<>(written);
    putIfMissing(config, "datadir", "data");
    putIfMissing(config, "hierarchy", List.of(Map.of("name", "common", "backend", "yaml")));
    LookupTypes.assertConfig(subject(), ConfigTypes.VERSION_4, config);
    List<HierarchyLevel> levels = new ArrayList<>();
    for (Object element : (List<?>) Objects.requireNonNull(config.get("hierarchy"))) {
      Map<?, ?> level = (Map<?, ?>) element;
      levels.add(level4(level, String.valueOf(config.get("datadir"))));
    }
    return new HieraConfig(
        file,
        shown,
        root(),
        4,
        levels,
        null,
        FirstFoundStrategy.DEFAULT,
        List.of(deprecated(4)),
        text);
  }

  private static HierarchyLevel level4(Map<?, ?> level, String datadir) {
    String name = String.valueOf(level.get("name"));
    String backend = String.valueOf(level.get("backend"));
    Object paths = level.get("paths");
    Object path = level.get("path");
    return new HierarchyLevel(
        name,
        isBuiltIn(backend) ? FunctionKind.DATA_HASH : FunctionKind.HIERA3_BACKEND,
        isBuiltIn(backend) ? backend + "_data" : backend,
        "paths",
        paths == null ? List.of(path == null ? name : String.valueOf(path)) : strings(paths),
        level.containsKey("datadir") ? String.valueOf(level.get("datadir")) : datadir,
        extension(backend),
        Map.of());
  }

  HieraConfig version3(Map<?, ?> written, List<String> warnings) {
    Map<Object, Object> config = new LinkedHashMap<>(written);
    putIfMissing(config, "version", 3L);
    putIfMissing(config, "backends", List.of("yaml"));
    putIfMissing(config, "hierarchy", List.of("nodes/%{::trusted.certname}", "common"));
    putIfMissing(config, "merge_behavior", "native");
    putIfMissing(config, "deep_merge_options", Map.of());
    List<String> backends = strings(Objects.requireNonNull(config.get("backends")));
    LookupTypes.assertConfig(subject(), ConfigTypes.version3(backends), config);
    List<HierarchyLevel> levels = new ArrayList<>();
    for (String backend : backends) {
      levels.add(level3(backend, config));
    }
    List<String> all = new ArrayList<>(warnings);
    all.add(deprecated(3));
    return new HieraConfig(file, shown, root(), 3, levels, null, merge3(config), all, text);
  }

  private static HierarchyLevel level3(String backend, Map<?, ?> config) {
    Map<?, ?> settings = config.get(backend) instanceof Map<?, ?> map ? map : Map.of();
    Object datadir = settings.get("datadir");
    Object extension = settings.get("extension");
    return new HierarchyLevel(
        backend,
        kind3(backend),
        isBuiltIn(backend) ? backend + "_data" : isEyaml(backend) ? EyamlReader.FUNCTION : backend,
        "paths",
        strings(Objects.requireNonNull(config.get("hierarchy"))),
        datadir == null ? "" : String.valueOf(datadir),
        extension == null ? extension(backend) : "." + extension,
        isEyaml(backend) ? settings : Map.of());
  }

  private static FunctionKind kind3(String backend) {
    return isBuiltIn(backend)
        ? FunctionKind.V3_DATA_HASH
        : isEyaml(backend) ? FunctionKind.V3_LOOKUP_KEY : FunctionKind.HIERA3_BACKEND;
  }

  private static boolean isEyaml(String backend) {
    return backend.equals("eyaml");
  }

  private static MergeStrategy merge3(Map<?, ?> config) {
    Object behavior = config.get("merge_behavior");
    Map<?, ?> options = config.get("deep_merge_options") instanceof Map<?, ?> map ? map : Map.of();
    return switch (String.valueOf(behavior)) {
      case "array" -> UniqueMergeStrategy.INSTANCE;
      case "deep" -> DeepMergeStrategy.unconstrained(options, true);
      case "deeper" -> DeepMergeStrategy.unconstrained(options, false);
      default -> FirstFoundStrategy.DEFAULT;
    };
  }

  private List<HierarchyLevel> levels(@Nullable Object hierarchy, Map<?, ?> defaults) {
    List<HierarchyLevel> levels = new ArrayList<>();
    if (hierarchy instanceof List<?> list) {
      for (Object element : list) {
        Map<?, ?> level = (Map<?, ?>) element;
        checkLevel(level, defaults);
        levels.add(level5(level, defaults));
      }
    }
    return List.copyOf(levels);
  }

  private static HierarchyLevel level5(Map<?, ?> level, Map<?, ?> defaults) {
    FunctionKind kind = kind(level);
    Map<?, ?> naming = level;
    if (kind == null) {
      kind = Objects.requireNonNull(kind(defaults));
      naming = defaults;
    }
    String locationKey = LOCATION_KEYS.stream().filter(level::containsKey).findFirst().orElse(null);
    Object locations = locationKey == null ? List.of() : level.get(locationKey);
    Object datadir = first(level.get("datadir"), defaults.get("datadir"), "data");
    Object options = first(level.get("options"), defaults.get("options"), Map.of());
    return new HierarchyLevel(
        String.valueOf(level.get("name")),
        kind,
        String.valueOf(naming.get(kind.key())),
        locationKey,
        strings(Objects.requireNonNull(locations)),
        String.valueOf(datadir),
        null,
        (Map<?, ?>) options);
  }

  private static Object first(@Nullable Object a, @Nullable Object b, Object c) {
    return a != null ? a : b != null ? b : c;
  }

  private static @Nullable FunctionKind kind(Map<?, ?> level) {
    for (FunctionKind kind : FunctionKind.CONFIGURABLE) {
      if (level.containsKey(kind.key())) {
        return kind;
      }
    }
    return level.containsKey("v4_data_hash") ? FunctionKind.V4_DATA_HASH : null;
  }

  private void checkLevel(Map<?, ?> level, Map<?, ?> defaults) {
    Object name = level.get("name");
    long kinds = configured(level) + (level.containsKey(FunctionKind.V4_DATA_HASH.key()) ? 1 : 0);
    if (kinds == 0 && configured(defaults) == 0) {
      throw failure(
          "HIERA_MISSING_DATA_PROVIDER_FUNCTION",
          "One of %s must be defined in hierarchy '%s'".formatted(functionKeys(), name),
          0);
    }
    if (kinds > 1) {
      throw failure(
          "HIERA_MULTIPLE_DATA_PROVIDER_FUNCTIONS",
          "Only one of %s can be defined in hierarchy '%s'".formatted(functionKeys(), name),
          0);
    }
    checkHiera3Backend(level);
    if (LOCATION_KEYS.stream().filter(level::containsKey).count() > 1) {
      throw failure(
          "HIERA_MULTIPLE_LOCATION_SPECS",
          "Only one of %s can be defined in hierarchy '%s'"
              .formatted(LookupErrors.combined(LOCATION_KEYS), name),
          0);
    }
    for (String key : List.of("path", "uri")) {
      if (level.get("options") instanceof Map<?, ?> options && options.containsKey(key)) {
        throw failure(
            "HIERA_OPTION_RESERVED_BY_PUPPET",
            "Option key '%s' used in hierarchy '%s' is reserved by Puppet".formatted(key, name),
            0);
      }
    }
  }

  private void checkHiera3Backend(Map<?, ?> level) {
    Object backend = level.get("hiera3_backend");
    if (backend == null) {
      return;
    }
    if (layer != Layer.GLOBAL) {
      throw failure(
          "HIERA_V3_BACKEND_NOT_GLOBAL",
          "'hiera3_backend' is only allowed in the global layer",
          lineOf("\\s+hiera3_backend:"));
    }
    if (isBuiltIn(String.valueOf(backend))) {
      throw failure(
          "HIERA_V3_BACKEND_REPLACED_BY_DATA_HASH",
          "Use \"data_hash: %s_data\" instead of \"hiera3_backend: %s\""
              .formatted(backend, backend),
          lineOf("\\s+hiera3_backend:\\s*['\"]?%s(?:[^\\w]|$)".formatted(backend)));
    }
  }

  private void checkDefaults(Map<?, ?> defaults) {
    if (configured(defaults) > 1) {
      throw failure(
          "HIERA_MULTIPLE_DATA_PROVIDER_FUNCTIONS_IN_DEFAULT",
          "Only one of %s can be defined in defaults".formatted(functionKeys()),
          0);
    }
    for (String key : List.of("path", "uri")) {
      if (defaults.get("options") instanceof Map<?, ?> options && options.containsKey(key)) {
        throw failure(
            "HIERA_DEFAULT_OPTION_RESERVED_BY_PUPPET",
            "Option key '%s' used in defaults is reserved by Puppet".formatted(key),
            0);
      }
    }
  }

  private static long configured(Map<?, ?> level) {
    return FunctionKind.CONFIGURABLE.stream().filter(k -> level.containsKey(k.key())).count();
  }

  private static String functionKeys() {
    return LookupErrors.combined(
        FunctionKind.CONFIGURABLE.stream().map(FunctionKind::key).toList());
  }

  private static boolean isBuiltIn(String backend) {
    return backend.equals("yaml") || backend.equals("json") || backend.equals("hocon");
  }

  private static String extension(String backend) {
    return backend.equals("hocon") ? ".conf" : "." + backend;
  }

  private static List<String> strings(Object value) {
    List<String> strings = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> strings.addAll(strings(element)));
    } else {
      strings.add(String.valueOf(value));
    }
    return strings;
  }

  private static void putIfMissing(Map<Object, Object> config, String key, Object value) {
    Object written = config.get(key);
    if (written == null || PsychYaml.isEmpty(written)) {
      config.put(key, value);
    }
  }

  private Path root() {
    return Objects.requireNonNull(file.getParent());
  }

  private String subject() {
    return "The Lookup Configuration at '%s'".formatted(shown);
  }

  private String deprecated(int version) {
    return "%s: Use of 'hiera.yaml' version %d is deprecated. It should be converted to version 5\n   (file: %s)"
        .formatted(shown, version, shown);
  }

  private int lineOf(String pattern) {
    return HieraConfig.lineOf(text, Pattern.compile(pattern), 1);
  }

  private EvaluationException failure(String code, String message, int line) {
    return LookupErrors.inFile(code, message, shown, line);
  }
}
