// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model.json;

import io.bunraku.storeconfig.model.Bytes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is read by name. What is missing or of another kind is a {@link
 * MalformedDocumentException}.
 */
public final class Fields {
  private final Map<?, ?> map;

  private Fields(Map<?, ?> map) {
    this.map = map;
  }

  /** The object in some bytes. */
  public static Fields parse(Bytes bytes) {
    return of(Json.parse(bytes));
  }

  /** Parsed data that should be an object. */
  public static Fields of(@Nullable Object data) {
    return new Fields(expect(Map.class, data, "the document"));
  }

  private static <T> T expect(Class<T> type, @Nullable Object data, String name) {
    if (!type.isInstance(data)) {
      throw new MalformedDocumentException(name + " is not a " + type.getSimpleName(), null);
    }
    return type.cast(data);
  }

  /** A text. */
  public String text(String name) {
    return expect(String.class, map.get(name), name);
  }

  /** A text, or null. */
  public @Nullable String textOrNull(String name) {
    return map.get(name) == null ? null : text(name);
  }

  /** A whole number. */
  public long number(String name) {
    return expect(Long.class, map.get(name), name);
  }

  /** A whole number that fits an int. */
  public int integer(String name) {
    return Math.toIntExact(number(name));
  }

  /** A truth value; a missing one is false. */
  public boolean flag(String name) {
    return map.get(name) != null && expect(Boolean.class, map.get(name), name);
  }

  /** An object of any data. */
  @SuppressWarnings("unchecked") // JSON objects have text for keys
  public Map<String, Object> map(String name) {
    return (Map<String, Object>) expect(Map.class, map.get(name), name);
  }

  /** A list of texts. */
  public List<String> texts(String name) {
    return list(name).stream().map(item -> expect(String.class, item, name)).toList();
  }

  /** A list of objects. */
  public List<Fields> objects(String name) {
    return list(name).stream().map(Fields::of).toList();
  }

  private List<?> list(String name) {
    return expect(List.class, map.get(name), name);
  }
}
