// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a data function remembers of one location until the compile ends. */
final class FunctionContext {

  private final @Nullable String moduleName;
  private final Map<Object, Object> cache = new LinkedHashMap<>();
  private final Map<Object, Object> values = new HashMap<>();
  private @Nullable Map<?, ?> dataHash;

  FunctionContext(@Nullable String moduleName) {
    this.moduleName = moduleName;
  }

  /** The module that the data is of, or null. */
  @Nullable String moduleName() {
    return moduleName;
  }

  /** What the function itself keeps. */
  Map<Object, Object> cache() {
    return cache;
  }

  /** Values that a {@code lookup_key} or {@code data_dig} function has returned. */
  Map<Object, Object> values() {
    return values;
  }

  /** What a {@code data_hash} function has returned, or null. */
  @Nullable Map<?, ?> dataHash() {
    return dataHash;
  }

  void setDataHash(Map<?, ?> hash) {
    dataHash = hash;
  }
}
