// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A level whose function gets all segments of a key and digs by itself. */
final class DataDigProvider extends FunctionProvider {

  DataDigProvider(
      HierarchyLevel level,
      ConfiguredProvider parent,
      Map<?, ?> options,
      @Nullable List<ResolvedLocation> locations) {
    super(level, parent, options, locations);
  }

  @Override
  public @Nullable Object lookup(LookupKey key, Invocation invocation, MergeStrategy merge) {
    if (level().kind() == FunctionKind.HIERA3_BACKEND) {
      throw LookupErrors.error(
          "Hiera version 3 backend '%s' needs Ruby, which lookups here do without; use a lookup_key, data_hash or data_dig function"
              .formatted(function()));
    }
    List<ResolvedLocation> places = locations();
    return explained(places, invocation, merge, location -> value(location, key, invocation));
  }

  private @Nullable Object value(
      @Nullable ResolvedLocation location, LookupKey key, Invocation invocation) {
    FunctionContext context = context(location);
    Object value = context.values().get(key);
    if (value == null) {
      try {
        value =
            call(
                invocation,
                List.of(key.toList(), options(location), new LookupContext(context, invocation)));
      } catch (NoSuchKey e) {
        return invocation.report(key, null);
      }
      context.values().put(key, value);
    }
    LookupTypes.assertLookupValue(described("Value for key '%s',".formatted(key), location), value);
    invocation.report(key, value);
    return key.undig(value);
  }
}
