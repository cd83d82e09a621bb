// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.LanguageOptions.Strict;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The layers of one compile, made when a lookup first comes to them. */
final class Layers {

  private final HieraLookup lookup;
  private final HieraData data;
  private final Map<Layer, Optional<ConfiguredProvider>> layers = new EnumMap<>(Layer.class);
  private final Map<String, Optional<ConfiguredProvider>> modules = new HashMap<>();

  Layers(HieraLookup lookup) {
    this.lookup = lookup;
    this.data = lookup.data();
  }

  /** The global layer, or null when there is none. */
  @Nullable ConfiguredProvider global() {
    Optional<ConfiguredProvider> known = layers.get(Layer.GLOBAL);
    if (known == null) {
      Path file = data.environment().globalHieraConfig();
      known = Optional.ofNullable(file).map(this::globalProvider);
      layers.put(Layer.GLOBAL, known);
    }
    return known.orElse(null);
  }

  private ConfiguredProvider globalProvider(Path file) {
    HieraConfig config =
        data.configuration(file, Layer.GLOBAL)
            .orElseGet(() -> HieraConfig.standard(Objects.requireNonNull(file.getParent())));
    warnOnce(config);
    if (config.version() == 4) {
      throw config.failure(
          "HIERA_UNSUPPORTED_VERSION_IN_GLOBAL",
          "hiera.yaml version 4 cannot be used in the global layer",
          0);
    }
    return new ConfiguredProvider(data, Layer.GLOBAL, null, config);
  }

  /** The environment's layer, or null when it has no data. */
  @Nullable ConfiguredProvider environment() {
    Optional<ConfiguredProvider> known = layers.get(Layer.ENVIRONMENT);
    if (known == null) {
      known =
          provider(
              Layer.ENVIRONMENT,
              null,
              data.environment().directory(),
              data.environment().configuration().dataProvider(),
              "environment::data");
      layers.put(Layer.ENVIRONMENT, known);
    }
    return known.orElse(null);
  }

  /** A module's layer, or null when it has no data or does not exist. */
  @Nullable ConfiguredProvider module(String module) {
    Optional<ConfiguredProvider> known = modules.get(module);
    if (known == null) {
      Path root = data.environment().modules().directory(module);
      known =
          root == null
              ? Optional.empty()
              : provider(
                  Layer.MODULE,
                  module,
                  root,
                  data.environment().modules().metadata(module, "data_provider"),
                  module + "::data");
      modules.put(module, known);
    }
    return known.orElse(null);
  }

  private Optional<ConfiguredProvider> provider(
      Layer layer,
      @Nullable String module,
      Path root,
      @Nullable String dataProvider,
      String function) {
    Optional<HieraConfig> config = data.configuration(root.resolve("hiera.yaml"), layer);
    config.ifPresent(this::warnOnce);
    if (config.isPresent() && config.get().version() == 3) {
      config = ignored3(config.get(), layer);
    }
    boolean decided = config.isPresent() && config.get().version() >= 5;
    if (!decided && dataProvider != null) {
      config =
          switch (dataProvider) {
            case "none" -> Optional.empty();
            case "hiera" -> Optional.of(config.orElseGet(() -> HieraConfig.standard(root)));
            case "function" -> Optional.of(HieraConfig.ofFunction(root, function));
            default ->
                throw new EvaluationException(
                    "Environment '%s', cannot find %s_data_provider '%s'"
                        .formatted(
                            data.environment().environment(),
                            layer == Layer.MODULE ? "module" : "environment",
                            dataProvider));
          };
    }
    return config.map(it -> new ConfiguredProvider(data, layer, module, it));
  }

  private Optional<HieraConfig> ignored3(HieraConfig config, Layer layer) {
    String where = layer == Layer.MODULE ? "module" : "environment";
    if (lookup.strict() == Strict.ERROR) {
      throw config.failure(
          "HIERA_VERSION_3_NOT_GLOBAL",
          "hiera.yaml version 3 cannot be used in %s %s"
              .formatted(layer == Layer.MODULE ? "a" : "an", where),
          0);
    }
    String root = layer == Layer.MODULE ? "module root" : "the environment root";
    lookup.warn(
        "hiera.yaml version 3 found at %s was ignored%s"
            .formatted(root, "\n   " + Site.location(config.shown(), 0, 0).strip()));
    return Optional.empty();
  }

  private void warnOnce(HieraConfig config) {
    List<String> warnings = lookup.strict() == Strict.OFF ? List.of() : config.warnings();
    for (String warning : new ArrayList<>(warnings)) {
      if (lookup.isFirst(warning)) {
        lookup.warn(warning);
      }
    }
  }
}
