// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds {@code lookup_options}, which one compile looks up once for each module. */
final class OptionsLookup {

  private static final MergeStrategy HASH = HashMergeStrategy.INSTANCE;

  private static final String GLOBAL_AND_ENVIRONMENT = "Global and Environment";

  private final HieraLookup lookup;
  private final Map<String, Optional<LookupOptions>> byModule = new HashMap<>();
  private final Map<String, Optional<LookupOptions>> defaults = new HashMap<>();
  private final Map<Layer, Optional<Map<?, ?>>> layers = new EnumMap<>(Layer.class);

  OptionsLookup(HieraLookup lookup) {
    this.lookup = lookup;
  }

  /** The options of a key; empty when there are none. */
  Map<?, ?> of(LookupKey key, Invocation invocation) {
    String module = key.moduleName();
    String id = module == null ? "" : module;
    Optional<LookupOptions> options = byModule.get(id);
    if (options == null) {
      options = Optional.ofNullable(retrieve(module, invocation)).map(LookupOptions::of);
      byModule.put(id, options);
    }
    return options.isEmpty() ? Map.of() : options.get().of(key);
  }

  /** The options of a key in a module's {@code default_hierarchy}. */
  Map<?, ?> inDefault(LookupKey key, ConfiguredProvider provider, Invocation invocation) {
    String module = String.valueOf(provider.moduleName());
    Optional<LookupOptions> options = defaults.get(module);
    if (options == null) {
      Invocation meta = lookup.invocation(invocation.scope());
      Object found =
          meta.lookup(
              LookupKey.OPTIONS,
              module,
              () -> provider.lookupInDefault(LookupKey.OPTIONS, meta, HASH));
      options =
          found == null
              ? Optional.empty()
              : Optional.ofNullable(LookupOptions.checked(found, module)).map(LookupOptions::of);
      defaults.put(module, options);
    }
    return options.isEmpty() ? Map.of() : options.get().of(key);
  }

  private @Nullable Map<?, ?> retrieve(@Nullable String module, Invocation invocation) {
    Invocation meta = lookup.invocation(invocation.scope());
    Object options =
        meta.lookup(
            LookupKey.OPTIONS,
            invocation.moduleName(),
            () ->
                meta.explained(
                    Explanation.Kind.TOP,
                    LookupKey.LOOKUP_OPTIONS,
                    () -> meta.isGlobalOnly() ? global(meta) : merged(module, meta)));
    return (Map<?, ?>) options;
  }

  private @Nullable Map<?, ?> merged(@Nullable String module, Invocation meta) {
    Map<?, ?> outer = environment(meta);
    if (module == null) {
      return outer;
    }
    byModule.computeIfAbsent("", k -> Optional.ofNullable(outer).map(LookupOptions::of));
    Object found = lookup.inModule(LookupKey.OPTIONS, meta, HASH);
    if (found == null) {
      return outer;
    }
    Map<?, ?> inner = LookupOptions.checked(found, module);
    return outer == null || inner == null
        ? inner == null ? outer : inner
        : (Map<?, ?>)
            HASH.lookup(
                List.of(GLOBAL_AND_ENVIRONMENT, "Module " + module),
                meta,
                place -> {
                  Map<?, ?> options = place.equals(GLOBAL_AND_ENVIRONMENT) ? outer : inner;
                  return meta.explained(
                      Explanation.Kind.SCOPE,
                      place,
                      () -> meta.report(LookupKey.LOOKUP_OPTIONS, options));
                });
  }

  private @Nullable Map<?, ?> environment(Invocation meta) {
    Optional<Map<?, ?>> known = layers.get(Layer.ENVIRONMENT);
    if (known == null) {
      Map<?, ?> outer = global(meta);
      Object found = lookup.inEnvironment(LookupKey.OPTIONS, meta, HASH);
      Map<?, ?> inner = found == null ? null : LookupOptions.checked(found, null);
      if (outer != null && inner != null) {
        inner = (Map<?, ?>) HASH.merge(outer, inner);
      }
      known = Optional.ofNullable(inner == null ? outer : inner);
      layers.put(Layer.ENVIRONMENT, known);
    }
    return known.orElse(null);
  }

  private @Nullable Map<?, ?> global(Invocation meta) {
    Optional<Map<?, ?>> known = layers.get(Layer.GLOBAL);
    if (known == null) {
      Object found = lookup.inGlobal(LookupKey.OPTIONS, meta, HASH);
      known =
          found == null
              ? Optional.empty()
              : Optional.ofNullable(LookupOptions.checked(found, null));
      layers.put(Layer.GLOBAL, known);
    }
    return known.orElse(null);
  }
}
