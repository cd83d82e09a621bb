// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables of a running lambda, function or template: few, so parallel arrays beat a map. */
final class LocalFrame extends Frame {

  private String[] names;
  private Object[] values;
  private int size;
  private @Nullable RenderedText rendered;

  /**
   * Starts with bindings; both arrays belong to the frame from now on but names are not written.
   */
  LocalFrame(@Nullable Frame parent, String[] names, Object[] values) {
    super(parent);
    this.names = names;
    this.values = values;
    this.size = values.length;
  }

  @Override
  @Nullable Object get(String name) {
    for (int i = size - 1; i >= 0; i--) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }

  @Override
  boolean isLocal() {
    return true;
  }

  @Override
  void put(String name, Object value) {
    if (size == values.length) {
      int room = Math.max(4, size * 2);
      names = Arrays.copyOf(names, room);
      values = Arrays.copyOf(values, room);
    }
    names[size] = name;
    values[size++] = value;
  }

  @Override
  void addTo(Map<String, Object> target) {
    for (int i = 0; i < size; i++) {
      target.put(names[i], values[i]);
    }
  }

  /** Where a template that runs in this frame renders, or null. */
  @Nullable RenderedText rendered() {
    return rendered;
  }

  void render(@Nullable RenderedText text) {
    this.rendered = text;
  }
}
