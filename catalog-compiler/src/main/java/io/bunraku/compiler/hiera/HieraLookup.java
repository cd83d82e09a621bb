// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.LanguageOptions.Strict;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.hiera.yaml.PsychYaml;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.value.Undef;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hiera in one compile, on one thread: Puppet's {@code LookupAdapter}. A key is asked of the global
 * layer, the environment and its module, in that order.
 */
public final class HieraLookup implements Lookup {

  /** The three layers, in order. */
  private enum Place {
    GLOBAL,
    ENVIRONMENT,
    MODULE
  }

  private static final List<Place> PLACES = List.of(Place.values());

  private final HieraData data;
  private final Interpolator interpolator;
  private final OptionsLookup options;
  private final Set<String> warned = new HashSet<>();
  private final Layers layers;
  private @Nullable Invocation current;
  private boolean locating;
  private @Nullable Scope scope;

  /** Creates the lookup of a compile. */
  public HieraLookup(EnvironmentLoader loader) {
    this.data = loader.hiera();
    this.interpolator = new Interpolator(data);
    this.options = new OptionsLookup(this);
    this.layers = new Layers(this);
  }

  @Override
  public @Nullable Object lookup(Scope from, String key) {
    return lookup(from, key, null);
  }

  @Override
  public @Nullable Object lookup(Scope from, String key, @Nullable Object merge) {
    return run(
        from,
        () -> {
          Invocation invocation = invocation(from);
          return lookup(key, invocation, merge == Undef.UNDEF ? null : merge);
        });
  }

  @Override
  public Object lookup(Scope from, LookupRequest request) {
    return Objects.requireNonNull(
        run(
            from,
            () -> {
              Invocation invocation =
                  new Invocation(
                      this, new Variables(from, false), request.overrides(), request.defaults());
              if (request.legacy()) {
                setHiera3(invocation, request);
              }
              return lookup(invocation, request);
            }));
  }

  /**
   * What the command line asks for, told step by step.
   *
   * @param explainer is told of each step, or null
   */
  public Object lookup(Scope from, LookupRequest request, @Nullable Explainer explainer) {
    return Objects.requireNonNull(
        run(
            from,
            () -> {
              Invocation invocation = invocation(from);
              invocation.explainTo(explainer);
              return lookup(invocation, request);
            }));
  }

  private void setHiera3(Invocation invocation, LookupRequest request) {
    invocation.setHiera3();
    if (!hasEnvironmentData()) {
      invocation.setGlobalOnly();
    }
    if (!(request.locations() instanceof List<?> list && list.isEmpty())) {
      invocation.setLocations(request.locations());
    }
  }

  private @Nullable Object run(Scope from, Supplier<@Nullable Object> body) {
    Scope before = scope;
    scope = from;
    try {
      return body.get();
    } catch (RubyArgumentError e) {
      throw new EvaluationException(String.valueOf(e.getMessage()));
    } catch (EvaluationException e) {
      // a wrong type is no issue of the language here: it takes the label of the call
      boolean mismatch = e.site() == null && "TYPE_MISMATCH".equals(e.issueCode());
      throw mismatch ? new EvaluationException(String.valueOf(e.getMessage())) : e;
    } finally {
      scope = before;
    }
  }

  /** What the {@code lookup} function does, within a lookup or at its start. */
  Object lookup(Invocation invocation, LookupRequest request) {
    for (Object name : request.names()) {
      if (request.overrides().containsKey(name)) {
        return request.checked(
            "Value found for key '%s' in override hash".formatted(name),
            Objects.requireNonNull(request.overrides().get(name)));
      }
      Object value = lookup(String.valueOf(name), invocation, request.merge());
      if (value != null) {
        return request.checked("Found value", value);
      }
    }
    for (Object name : request.names()) {
      Object value = request.defaults().get(name);
      if (value != null) {
        return request.checked(
            "Value found for key '%s' in default values hash".formatted(name), value);
      }
    }
    return last(request);
  }

  private static Object last(LookupRequest request) {
    if (request.block() != null) {
      return request.checked(
          "Value returned from default block", request.block().apply(request.name()));
    }
    if (request.defaultValue() != null) {
      return request.checked("Default value", request.defaultValue());
    }
    List<?> names = request.names();
    throw LookupErrors.error(
        names.size() == 1
            ? "Function lookup() did not find a value for the name '%s'".formatted(names.getFirst())
            : "Function lookup() did not find a value for any of the names [%s]"
                .formatted(
                    String.join(", ", names.stream().map(name -> "'" + name + "'").toList())));
  }

  private @Nullable Object lookup(String name, Invocation invocation, @Nullable Object merge) {
    if (name.equals(LookupKey.LOOKUP_OPTIONS) || name.startsWith(LookupKey.LOOKUP_OPTIONS + ".")) {
      return invocation.explained(
          Explanation.Kind.INVALID_KEY, LookupKey.LOOKUP_OPTIONS, () -> null);
    }
    LookupKey key = LookupKey.of(name);
    return invocation.lookup(
        key,
        key.moduleName(),
        () -> {
          Explainer told = invocation.explainer();
          if (told != null && told.onlyOptions()) {
            return explainOptions(invocation);
          }
          Map<?, ?> keyOptions = options.of(key, invocation);
          Object strategy = merge == null ? keyOptions.get("merge") : merge;
          Explainer explainer = invocation.explainer();
          if (explainer != null && merge == null && strategy != null) {
            explainer.mergeSource(LookupKey.LOOKUP_OPTIONS);
          }
          Object value =
              invocation.explained(
                  Explanation.Kind.TOP, key.key(), () -> inLayers(key, invocation, strategy));
          if (value == null && !invocation.isGlobalOnly()) {
            value = key.dig(invocation, inDefaultHierarchy(key, invocation));
          }
          Object conversion = keyOptions.get("convert_to");
          return value == null || conversion == null || conversion == Undef.UNDEF
              ? value
              : ValueConversion.convert(key, value, conversion, invocation);
        });
  }

  private @Nullable Object explainOptions(Invocation invocation) {
    inLayers(LookupKey.OPTIONS, invocation, "hash");
    return null;
  }

  private @Nullable Object inLayers(
      LookupKey key, Invocation invocation, @Nullable Object strategy) {
    MergeStrategy merge = MergeStrategy.of(strategy);
    if (invocation.isGlobalOnly()) {
      return key.dig(invocation, inGlobal(key, invocation, merge));
    }
    return key.dig(
        invocation,
        merge.lookup(
            PLACES,
            invocation,
            place ->
                switch (place) {
                  case GLOBAL -> inGlobal(key, invocation, merge);
                  case ENVIRONMENT -> inEnvironment(key, invocation, merge);
                  case MODULE -> inModule(key, invocation, merge);
                }));
  }

  @Nullable Object inGlobal(LookupKey key, Invocation invocation, MergeStrategy merge) {
    try {
      ConfiguredProvider provider = layers.global();
      return provider == null
          ? invocation.check(key.toString(), () -> emptyGlobal(key, invocation))
          : provider.lookup(key, invocation, merge);
    } catch (EvaluationException e) {
      if (!e.isPreformatted() || e.issueCode() != null) {
        throw e;
      }
      throw new EvaluationException(
          "Lookup of key '%s' failed: %s".formatted(invocation.topKey(), e.getMessage()));
    }
  }

  /** Puppet always has a global layer. */
  private static @Nullable Object emptyGlobal(LookupKey key, Invocation invocation) {
    return invocation.explained(
        Explanation.Kind.PROVIDER,
        "Global Data Provider (hiera configuration version 5)",
        () -> invocation.report(key, null));
  }

  @Nullable Object inEnvironment(LookupKey key, Invocation invocation, MergeStrategy merge) {
    ConfiguredProvider provider = layers.environment();
    return provider == null ? null : provider.lookup(key, invocation, merge);
  }

  @Nullable Object inModule(LookupKey key, Invocation invocation, MergeStrategy merge) {
    String module = invocation.moduleName();
    if (module == null) {
      return null;
    }
    ConfiguredProvider provider = layers.module(module);
    Explainer explainer = invocation.explainer();
    if (provider == null && explainer != null) {
      explainer.line(
          data.environment().modules().directory(module) == null
              ? "Module \"%s\" not found".formatted(module)
              : "Module data provider for module \"%s\" not found".formatted(module));
    }
    return provider == null ? null : provider.lookup(key, invocation, merge);
  }

  private @Nullable Object inDefaultHierarchy(LookupKey key, Invocation invocation) {
    String module = invocation.moduleName();
    ConfiguredProvider provider = module == null ? null : layers.module(module);
    if (provider == null || provider.config().defaultHierarchy() == null) {
      return null;
    }
    return invocation.explained(
        Explanation.Kind.SCOPE,
        "Searching default_hierarchy of module \"%s\"".formatted(module),
        () -> {
          Object merge = options.inDefault(key, provider, invocation).get("merge");
          return invocation.explained(
              Explanation.Kind.SCOPE,
              "Searching for \"%s\"".formatted(key),
              () -> provider.lookupInDefault(key, invocation, MergeStrategy.of(merge)));
        });
  }

  /** Whether the environment has a configuration of version 5. */
  boolean hasEnvironmentData() {
    ConfiguredProvider provider = layers.environment();
    return provider != null && provider.config().version() >= 5;
  }

  /** Where a version 3 backend keeps its data. */
  Path hiera3Datadir(HierarchyLevel level, LocationResolver resolver, Invocation invocation) {
    if (!level.datadir().isEmpty()) {
      return Path.of(resolver.text(level.datadir(), invocation)).toAbsolutePath().normalize();
    }
    Path environments = data.environment().directory().getParent();
    return Objects.requireNonNull(environments)
        .resolve(resolver.text("%{::environment}", invocation))
        .resolve("hieradata");
  }

  /** The content of any file, or what a function makes of it. */
  Object fileData(Path path, @Nullable Function<Object, Object> block) {
    return data.fileData(path.toAbsolutePath().normalize(), block);
  }

  HieraData data() {
    return data;
  }

  Interpolator interpolator() {
    return interpolator;
  }

  /** The lookup that is in progress, or null. */
  @Nullable Invocation current() {
    return current;
  }

  /** A new lookup for a scope, within the one in progress. */
  Invocation invocation(Scope from) {
    return new Invocation(this, new Variables(from, false), Map.of(), Map.of());
  }

  /** Runs something inside which lookups inherit from an invocation. */
  @Nullable Object within(Invocation invocation, Supplier<@Nullable Object> body) {
    Invocation before = current;
    current = invocation;
    try {
      return body.get();
    } finally {
      current = before;
    }
  }

  Strict strict() {
    return scope == null ? Strict.WARNING : scope.compilation().request().options().strict();
  }

  boolean isPuppet8() {
    return scope != null
        && scope.compilation().request().options().version() == LanguageVersion.PUPPET_8;
  }

  /**
   * Finds out where data is: since Puppet 8 unknown variables are no errors there, however strict
   * it is.
   */
  <T extends @Nullable Object> T locating(Supplier<T> body) {
    boolean before = locating;
    locating = isPuppet8();
    try {
      return body.get();
    } finally {
      locating = before;
    }
  }

  boolean isLocating() {
    return locating;
  }

  /** A warning of data in the wrong module names the key since Puppet 8. */
  void warnOfUnqualifiedKey(String message, Object key) {
    warn(isPuppet8() ? message + "; got " + key : message);
  }

  /** Whether something is said for the first time in this compile. */
  boolean isFirst(String key) {
    return warned.add(key);
  }

  void log(LogEntry entry) {
    if (scope != null) {
      scope.compilation().log().accept(entry);
    }
  }

  void warn(String message) {
    log(new LogEntry("warning", message, "Puppet", null, 0));
  }

  /** Data that is no hash is an error when Puppet is strict, unless it is empty. */
  void refuseOrWarn(String message, DataFile file) {
    if (strict() == Strict.ERROR && !PsychYaml.isEmpty(file.content())) {
      throw LookupErrors.error(message);
    }
    warn(message);
  }
}
