// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A level whose function returns all data of a location at once. */
final class DataHashProvider extends FunctionProvider {

  private static final String MISSING_PATH =
      "one of 'path', 'paths' 'glob', 'globs' or 'mapped_paths' must be declared in hiera.yaml when using this data_hash function";

  private final HieraData data;
  private final Interpolator interpolator;
  private final Path datadir;

  DataHashProvider(
      HierarchyLevel level,
      ConfiguredProvider parent,
      Map<?, ?> options,
      @Nullable List<ResolvedLocation> locations,
      Path datadir) {
    super(level, parent, options, locations);
    this.data = parent.data();
    this.interpolator = new Interpolator(data);
    this.datadir = datadir;
  }

  @Override
  String fullName() {
    return level().kind() == FunctionKind.V4_DATA_HASH
        ? "deprecated API function '%s'".formatted(level().function())
        : "data_hash function '%s'".formatted(level().function());
  }

  @Override
  public @Nullable Object lookup(LookupKey key, Invocation invocation, MergeStrategy merge) {
    List<ResolvedLocation> places = places(invocation);
    return explained(
        places, invocation, merge, location -> value(location, key.rootKey(), invocation));
  }

  private @Nullable List<ResolvedLocation> places(Invocation invocation) {
    List<ResolvedLocation> own = locations();
    if (level().kind() != FunctionKind.V3_DATA_HASH || invocation.locations().isEmpty()) {
      return own;
    }
    List<ResolvedLocation> all =
        new ArrayList<>(
            new LocationResolver(data)
                .paths(invocation.locations(), datadir, "." + name(), false, invocation));
    if (own != null) {
      all.addAll(own);
    }
    return all;
  }

  private @Nullable Object value(
      @Nullable ResolvedLocation location, String key, Invocation invocation) {
    DataFile file = file(location);
    if (file != null && !options().isEmpty()) {
      throw missingPath();
    }
    Map<?, ?> hash = hash(file, location, invocation);
    Object value = hash == null ? null : hash.get(key);
    if (value == null) {
      return invocation.report(key, null);
    }
    if (file == null || file.foreign().contains(key)) {
      LookupTypes.assertLookupValue(
          "Value for key '%s', in hash returned from %s".formatted(key, fullName())
              + (location == null ? "" : ", when using location '%s',".formatted(location.shown())),
          value);
    }
    return invocation.report(
        key,
        file == null || file.interpolated().contains(key)
            ? interpolator.interpolate(value, invocation, true)
            : value);
  }

  private @Nullable DataFile file(@Nullable ResolvedLocation location) {
    Path path = location == null ? null : location.file();
    if (path != null) {
      return data.data(function(), path);
    }
    if (HieraData.isBuiltIn(function())) {
      throw missingPath();
    }
    return null;
  }

  /** Puppet's own functions take a path and nothing else; it has the same words for both. */
  private RubyArgumentError missingPath() {
    return new RubyArgumentError("'%s' %s".formatted(function(), MISSING_PATH));
  }

  private @Nullable Map<?, ?> hash(
      @Nullable DataFile file, @Nullable ResolvedLocation location, Invocation invocation) {
    FunctionContext context = context(location);
    Map<?, ?> known = context.dataHash();
    if (known != null) {
      return known;
    }
    Object returned;
    try {
      returned =
          file == null ? called(context, location, invocation) : read(file, location, invocation);
    } catch (NoSuchKey e) {
      return null;
    }
    LookupTypes.assertHashType(described("Value", location), returned);
    Map<?, ?> hash =
        parent().ownKeys((Map<?, ?>) returned, described("Value", location), invocation);
    context.setDataHash(hash);
    return hash;
  }

  private Object called(
      FunctionContext context, @Nullable ResolvedLocation location, Invocation invocation) {
    return level().kind() == FunctionKind.V4_DATA_HASH
        ? call(invocation, List.of())
        : call(invocation, List.of(options(location), new LookupContext(context, invocation)));
  }

  static Object read(DataFile file, @Nullable ResolvedLocation location, Invocation invocation) {
    if (file.error() != null) {
      throw LookupErrors.error(file.error());
    }
    if (file.notHash()) {
      String shown = location == null ? "" : location.shown();
      invocation
          .lookup()
          .refuseOrWarn("%s: file does not contain a valid yaml hash".formatted(shown), file);
      return Map.of();
    }
    return file.content();
  }
}
