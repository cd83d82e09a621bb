// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.Undef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hash under {@code lookup_options}: how keys are merged and converted, by name or by a pattern
 * that begins with {@code ^}.
 *
 * @param written the hash as it was found
 * @param keys options of whole keys
 * @param patterns options of all keys that a pattern matches
 */
record LookupOptions(
    Map<?, ?> written, Map<Object, Object> keys, Map<PuppetRegexp, Object> patterns) {

  private static final String NO_INDEX = "no implicit conversion of String into Integer";

  /** Takes the hash apart. */
  static LookupOptions of(Map<?, ?> written) {
    Map<Object, Object> keys = new LinkedHashMap<>();
    Map<PuppetRegexp, Object> patterns = new LinkedHashMap<>();
    written.forEach((key, value) -> {
      String text = text(key);
      if (text.startsWith("^")) {
        patterns.put(pattern(text), value);
      } else {
        keys.put(key, value);
      }
    });
    return new LookupOptions(written, keys, patterns);
  }

  private static String text(Object key) {
    if (key instanceof String text) {
      return text;
    }
    throw RubyArgumentError.noMethod("start_with?", key);
  }

  private static PuppetRegexp pattern(String text) {
    try {
      return new PuppetRegexp(text).compile();
    } catch (EvaluationException e) {
      throw new RubyArgumentError(String.valueOf(e.getMessage()));
    }
  }

  /** The options of a key; empty when there are none. */
  Map<?, ?> of(LookupKey key) {
    Object options = keys.get(key.rootKey());
    if (options == null || options == Undef.UNDEF) {
      options = matching(key.rootKey());
    }
    return switch (options) {
      case Map<?, ?> map -> map;
      case Long number -> throw new RubyArgumentError(NO_INDEX);
      case List<?> list -> throw new RubyArgumentError(NO_INDEX);
      case Boolean bool when bool -> throw RubyArgumentError.noMethod("[]", bool);
      case Double number -> throw RubyArgumentError.noMethod("[]", number);
      case null, default -> Map.of();
    };
  }

  private @Nullable Object matching(String key) {
    for (Map.Entry<PuppetRegexp, Object> entry : patterns.entrySet()) {
      if (entry.getKey().match(key) != null) {
        return entry.getValue();
      }
    }
    return null;
  }

  /**
   * Asserts that a module speaks of its own keys only.
   *
   * @param module the module, or null when any key goes
   * @return the options, or null for none
   */
  static @Nullable Map<?, ?> checked(Object options, @Nullable String module) {
    if (options == Undef.UNDEF) {
      return null;
    }
    if (!(options instanceof Map<?, ?> map)) {
      throw LookupErrors.error("value of lookup_options must be a hash");
    }
    if (module != null) {
      map.keySet().forEach(key -> check(text(key), module));
    }
    return map;
  }

  private static void check(String key, String module) {
    String prefix = module + "::";
    if (key.startsWith("^")) {
      if (!key.startsWith(prefix, 1)) {
        throw LookupErrors.error(
            "all lookup_options patterns must match a key starting with module name '%s'"
                .formatted(module));
      }
    } else if (!key.startsWith(prefix)) {
      throw LookupErrors.error(
          "all lookup_options keys must start with module name '%s'".formatted(module));
    }
  }
}
