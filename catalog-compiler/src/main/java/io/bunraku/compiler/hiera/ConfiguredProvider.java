// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.EvaluationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A layer's data, or a module's, in one compile. Its hierarchy is resolved with the variables of
 * the first lookup and again when another scope gives them other values.
 */
final class ConfiguredProvider {

  private static final Pattern UNDEFINED = Pattern.compile("^Undefined variable '([^']+)'");

  private final HieraData data;
  private final Layer layer;
  private final @Nullable String moduleName;
  private final HieraConfig config;
  private @Nullable List<DataProvider> providers;
  private @Nullable List<DataProvider> defaultProviders;
  private Interpolations interpolations = new Interpolations();

  ConfiguredProvider(HieraData data, Layer layer, @Nullable String moduleName, HieraConfig config) {
    this.data = data;
    this.layer = layer;
    this.moduleName = moduleName;
    this.config = config;
  }

  HieraData data() {
    return data;
  }

  @Nullable String moduleName() {
    return moduleName;
  }

  HieraConfig config() {
    return config;
  }

  /** What this layer has of a key, or null. */
  @Nullable Object lookup(LookupKey key, Invocation invocation, MergeStrategy merge) {
    return invocation.check(
        key.key(),
        () ->
            layer == Layer.GLOBAL && config.version() == 3
                ? hiera3(key, invocation, merge)
                : unchecked(key, invocation, merge));
  }

  /** What {@code default_hierarchy} has of a key, or null. */
  @Nullable Object lookupInDefault(LookupKey key, Invocation invocation, MergeStrategy merge) {
    resolve(invocation);
    List<DataProvider> all = defaultProviders;
    return all == null || all.isEmpty()
        ? null
        : invocation.check(
            key.key(), () -> merge.lookup(all, invocation, p -> p.lookup(key, invocation, merge)));
  }

  private String shownName() {
    String place =
        switch (layer) {
          case GLOBAL -> "Global";
          case ENVIRONMENT -> "Environment";
          case MODULE -> "Module \"" + moduleName + "\"";
        };
    return "%s Data Provider (hiera configuration version %d)".formatted(place, config.version());
  }

  private @Nullable Object unchecked(LookupKey key, Invocation invocation, MergeStrategy merge) {
    return invocation.explained(
        Explanation.Kind.PROVIDER,
        shownName(),
        config.file() == null ? null : data.environment().logicalPath(config.file()),
        () -> {
          List<DataProvider> all = resolve(invocation);
          return all.isEmpty()
              ? invocation.report(key, null)
              : merge.lookup(all, invocation, level -> level.lookup(key, invocation, merge));
        });
  }

  private @Nullable Object hiera3(LookupKey key, Invocation invocation, MergeStrategy merge) {
    if (!invocation.variables().isHiera3()) {
      Invocation inner = invocation.withVariables(new Variables(invocation.scope(), true));
      if (!invocation.lookup().hasEnvironmentData()) {
        inner.setGlobalOnly();
      }
      return inner.lookup(key, invocation.moduleName(), () -> hiera3(key, inner, merge));
    }
    boolean configured =
        invocation.isHiera3()
            && merge instanceof HashMergeStrategy
            && !(config.merge() instanceof FirstFoundStrategy);
    MergeStrategy strategy = configured ? config.merge() : merge;
    Object value = unchecked(key, invocation, strategy);
    if (value != null && invocation.isHiera3()) {
      checkHiera3(key, strategy, value);
    }
    return value;
  }

  private static void checkHiera3(LookupKey key, MergeStrategy merge, Object value) {
    boolean hash = merge instanceof HashMergeStrategy;
    if (hash || merge instanceof DeepMergeStrategy) {
      LookupTypes.assertHashType("value", value);
    }
    if (!key.segments().isEmpty() && (hash || merge instanceof UniqueMergeStrategy)) {
      throw LookupErrors.error(
          "Resolution type :%s is illegal when accessing values using dotted keys. Offending key was '%s'"
              .formatted(hash ? "hash" : "array", key));
    }
  }

  private List<DataProvider> resolve(Invocation invocation) {
    List<DataProvider> known = providers;
    if (known != null && interpolations.areStable(invocation.variables(), invocation.lookup())) {
      return known;
    }
    Invocation resolving =
        new Invocation(invocation.lookup(), variables(invocation), Map.of(), Map.of());
    resolving.explainTo(null);
    Interpolations used = new Interpolations();
    resolving.remember(used);
    try {
      List<DataProvider> resolved = providers(config.hierarchy(), resolving);
      List<HierarchyLevel> defaults = config.defaultHierarchy();
      defaultProviders = defaults == null ? null : providers(defaults, resolving);
      providers = resolved;
      interpolations = used;
      return resolved;
    } catch (RubyArgumentError e) {
      throw undefinedVariable(e);
    } catch (EvaluationException e) {
      String code = String.valueOf(e.issueCode());
      throw code.startsWith("HIERA_INTERPOLATION")
          ? config.failure(code, String.valueOf(e.getMessage()), 0)
          : e;
    }
  }

  private Variables variables(Invocation invocation) {
    return config.version() == 3 ? new Variables(invocation.scope(), true) : invocation.variables();
  }

  private RuntimeException undefinedVariable(RubyArgumentError error) {
    Matcher matcher = UNDEFINED.matcher(String.valueOf(error.getMessage()));
    if (!matcher.find()) {
      return error;
    }
    String name = matcher.group(1);
    int line =
        HieraConfig.lineOf(
            config.text(), Pattern.compile("%\\{['\"]?" + Pattern.quote(name) + "['\"]?\\}"), 1);
    return config.failure(
        "HIERA_UNDEFINED_VARIABLE", "Undefined variable '%s'".formatted(name), line);
  }

  private List<DataProvider> providers(List<HierarchyLevel> levels, Invocation invocation) {
    Map<String, DataProvider> byName = new HashMap<>();
    List<DataProvider> result = new ArrayList<>();
    for (HierarchyLevel level : levels) {
      DataProvider provider = provider(level, invocation);
      if (provider != null) {
        if (byName.put(level.name(), provider) != null) {
          throw definedTwice(level.name());
        }
        result.add(provider);
      }
    }
    return List.copyOf(result);
  }

  private @Nullable DataProvider provider(HierarchyLevel level, Invocation invocation) {
    if (config.version() == 4 && level.kind() == FunctionKind.HIERA3_BACKEND) {
      throw noProvider(level.function());
    }
    LocationResolver resolver = new LocationResolver(data);
    boolean standard = config.file() == null;
    Path datadir =
        config.version() == 3
            ? invocation.lookup().hiera3Datadir(level, resolver, invocation)
            : LocationResolver.join(config.root(), resolver.text(level.datadir(), invocation));
    List<ResolvedLocation> locations =
        config.version() == 5
            ? invocation
                .lookup()
                .inLocations(() -> resolver.resolve(level, datadir, standard, invocation))
            : resolver.resolve(level, datadir, standard, invocation);
    if (standard && locations != null && locations.isEmpty()) {
      return null;
    }
    Map<?, ?> options =
        (Map<?, ?>)
            invocation.lookup().interpolator().interpolate(level.options(), invocation, false);
    return switch (level.kind()) {
      case DATA_HASH, V3_DATA_HASH, V4_DATA_HASH ->
          new DataHashProvider(level, this, options, locations, datadir);
      case LOOKUP_KEY, V3_LOOKUP_KEY -> new LookupKeyProvider(level, this, options, locations);
      case DATA_DIG, HIERA3_BACKEND -> new DataDigProvider(level, this, options, locations);
    };
  }

  private RuntimeException noProvider(String backend) {
    Pattern pattern = Pattern.compile("[^\\w]" + Pattern.quote(backend) + "(?:[^\\w]|$)");
    return config.failure(
        "HIERA_NO_PROVIDER_FOR_BACKEND",
        "No data provider is registered for backend '%s'".formatted(backend),
        HieraConfig.lineOf(config.text(), pattern, 1));
  }

  private RuntimeException definedTwice(String name) {
    boolean backend = config.version() == 3;
    String quoted = Pattern.quote(name);
    Pattern pattern =
        Pattern.compile(
            backend
                ? "[^\\w]" + quoted + "(?:[^\\w]|$)"
                : "\\s+name:\\s+['\"]?" + quoted + "(?:[^\\w]|$)");
    int first = HieraConfig.lineOf(config.text(), pattern, 1);
    int second = first == 0 ? 0 : HieraConfig.lineOf(config.text(), pattern, first + 1);
    String message =
        backend
            ? "Backend '%s' is defined more than once.".formatted(name)
            : "Hierarchy name '%s' defined more than once.".formatted(name);
    return config.failure(
        backend ? "HIERA_BACKEND_MULTIPLY_DEFINED" : "HIERA_HIERARCHY_NAME_MULTIPLY_DEFINED",
        second == 0 ? message : message + " First defined at (line: %d)".formatted(first),
        second == 0 ? first : second);
  }

  /**
   * The keys that a module may have, if this is one's data. Of others Puppet warns, and from 8 on
   * it drops them.
   */
  Map<?, ?> ownKeys(Map<?, ?> hash, String described, Invocation invocation) {
    if (layer != Layer.MODULE) {
      return hash;
    }
    String prefix = moduleName + "::";
    List<?> foreign = hash.keySet().stream().filter(key -> !isOwn(key, prefix)).toList();
    if (foreign.isEmpty()) {
      return hash;
    }
    HieraLookup lookup = invocation.lookup();
    String message =
        "Module '%s': %s must use keys qualified with the name of the module"
            .formatted(moduleName, described);
    foreign.forEach(key -> lookup.warn(lookup.isPuppet8() ? message + "; got " + key : message));
    if (!lookup.isPuppet8()) {
      return hash;
    }
    Map<Object, Object> own = new LinkedHashMap<>(hash);
    foreign.forEach(own::remove);
    return own;
  }

  private static boolean isOwn(Object key, String prefix) {
    return key.equals(LookupKey.LOOKUP_OPTIONS) || String.valueOf(key).startsWith(prefix);
  }
}
