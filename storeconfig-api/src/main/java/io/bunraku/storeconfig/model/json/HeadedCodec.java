// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model.json;

import io.bunraku.storeconfig.model.Bytes;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * For a document with a large body that need not be parsed: one line of JSON, then the body.
 *
 * @param head names the components beside the body
 * @param body the body
 * @param read makes the value of both
 */
record HeadedCodec<T>(
    Function<T, Map<String, ?>> head, Function<T, Bytes> body, BiFunction<Fields, Bytes, T> read)
    implements Codec<T> {

  @Override
  public Bytes encode(T value) {
    byte[] first = Json.write(head.apply(value)).array();
    byte[] rest = body.apply(value).array();
    byte[] all = Arrays.copyOf(first, first.length + 1 + rest.length);
    all[first.length] = '\n';
    System.arraycopy(rest, 0, all, first.length + 1, rest.length);
    return Bytes.of(all);
  }

  @Override
  public T decode(Bytes bytes) {
    byte[] all = bytes.array();
    int end = 0;
    while (end < all.length && all[end] != '\n') {
      end++;
    }
    if (end == all.length) {
      throw new MalformedDocumentException("The document has no body", null);
    }
    Fields fields = Fields.parse(Bytes.of(Arrays.copyOf(all, end)));
    return read.apply(fields, Bytes.of(Arrays.copyOfRange(all, end + 1, all.length)));
  }
}
