// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.type.BuiltinTypes;
import io.bunraku.compiler.type.PuppetObject;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.TypeInference;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a walk into nested lists and hashes has found.
 *
 * @param value what is there; undef where a step leads nowhere
 * @param message why a step was impossible, or null
 * @param error the same as a value of the language, or null
 */
record Digging(Object value, @Nullable String message, @Nullable Object error) {

  /** Walks, one key a step. */
  static Digging dig(Object data, List<Object> keys) {
    Object current = data;
    List<Object> path = new ArrayList<>();
    for (Object key : keys) {
      if (current == Undef.UNDEF || key == Undef.UNDEF) {
        return new Digging(Undef.UNDEF, null, null);
      }
      if (!(current instanceof List<?> || current instanceof Map<?, ?>)) {
        return failed(
            "The given data does not contain a Collection at ",
            path,
            "value_type",
            TypeInference.infer(current),
            "EXPECTED_COLLECTION");
      }
      path.add(key);
      if (current instanceof List<?> && !(key instanceof Long)) {
        return failed(
            "The given data requires an Integer index at ",
            path,
            "index_type",
            TypeInference.infer(key),
            "EXPECTED_INTEGER_INDEX");
      }
      current = step(current, key);
    }
    return new Digging(current, null, null);
  }

  private static Object step(Object container, Object key) {
    if (container instanceof Map<?, ?> map) {
      Object found = map.get(key);
      return found == null ? Undef.UNDEF : found;
    }
    List<?> list = (List<?>) container;
    long index = (Long) key < 0 ? list.size() + (Long) key : (Long) key;
    return index >= 0 && index < list.size() ? list.get((int) index) : Undef.UNDEF;
  }

  private static Digging failed(
      String text, List<Object> path, String typeKey, PuppetType type, String issueCode) {
    String walked = RubyText.inspect(path, PuppetView.INSTANCE::inspect);
    String message = text + walked + ", got '" + type + "'";
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("walked_path", path);
    details.put(typeKey, type);
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("msg", message);
    attributes.put("kind", "SLICE_ERROR");
    attributes.put("details", details);
    attributes.put("issue_code", issueCode);
    return new Digging(Undef.UNDEF, message, new PuppetObject(BuiltinTypes.ERROR, attributes));
  }

  Object orThrow() {
    if (message != null) {
      throw new EvaluationException(message);
    }
    return value;
  }
}
