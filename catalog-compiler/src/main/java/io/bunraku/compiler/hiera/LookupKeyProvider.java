// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A level whose function returns the value of one key. */
final class LookupKeyProvider extends FunctionProvider {

  private final @Nullable EyamlReader eyaml;

  LookupKeyProvider(
      HierarchyLevel level,
      ConfiguredProvider parent,
      Map<?, ?> options,
      @Nullable List<ResolvedLocation> locations) {
    super(level, parent, options, locations);
    this.eyaml =
        level.function().equals(EyamlReader.FUNCTION) ? new EyamlReader(parent.data()) : null;
  }

  @Override
  public @Nullable Object lookup(LookupKey key, Invocation invocation, MergeStrategy merge) {
    List<ResolvedLocation> places = locations();
    return explained(
        places, invocation, merge, location -> value(location, key.rootKey(), invocation));
  }

  private @Nullable Object value(
      @Nullable ResolvedLocation location, String key, Invocation invocation) {
    FunctionContext context = context(location);
    Object known = context.values().get(key);
    if (known != null) {
      return invocation.report(key, known);
    }
    Object value;
    try {
      value = called(context, location, key, invocation);
    } catch (NoSuchKey e) {
      return invocation.report(key, null);
    }
    if (eyaml == null || DataFile.isForeign(value)) {
      LookupTypes.assertLookupValue(
          described("Value for key '%s',".formatted(key), location), value);
    }
    context.values().put(key, value);
    return invocation.report(key, value);
  }

  private Object called(
      FunctionContext context,
      @Nullable ResolvedLocation location,
      String key,
      Invocation invocation) {
    Map<Object, Object> options = options(location);
    return eyaml == null
        ? call(invocation, List.of(key, options, new LookupContext(context, invocation)))
        : eyaml.value(key, options, location, invocation);
  }
}
