// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model.json;

import io.bunraku.storeconfig.model.Bytes;
import java.util.Map;
import java.util.function.Function;

/**
 * Turns values into bytes and back. {@code decode} throws {@link MalformedDocumentException} for
 * bytes that it does not understand.
 *
 * @param <T> the values
 */
public interface Codec<T> {

  /** The bytes of a value. */
  Bytes encode(T value);

  /** The value of bytes. */
  T decode(Bytes bytes);

  /** A codec for a JSON object, given how to name a value's parts and how to read them. */
  static <T> Codec<T> object(Function<T, Map<String, ?>> parts, Function<Fields, T> read) {
    return new Codec<>() {
      @Override
      public Bytes encode(T value) {
        return Json.write(parts.apply(value));
      }

      @Override
      public T decode(Bytes bytes) {
        return read.apply(Fields.parse(bytes));
      }
    };
  }
}
