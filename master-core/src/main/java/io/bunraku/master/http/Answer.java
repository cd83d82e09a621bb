// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What an endpoint answers. */
sealed interface Answer {

  int status();

  /** Headers beside the content type. */
  Map<String, String> headers();

  /**
   * Bytes in memory.
   *
   * @param status of HTTP
   * @param contentType with its charset
   * @param bytes the body, owned by the answer
   * @param headers more headers
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bytes(int status, String contentType, byte[] bytes, Map<String, String> headers)
      implements Answer {}

  /**
   * A file that is streamed.
   *
   * @param file what to send
   * @param size its size in bytes when it was looked up
   */
  record FileBody(Path file, long size) implements Answer {
    @Override
    public int status() {
      return 200;
    }

    @Override
    public Map<String, String> headers() {
      return Map.of();
    }
  }

  static Answer text(int status, String text) {
    return new Bytes(
        status, "text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static Answer bytes(int status, String contentType, byte[] bytes) {
    return new Bytes(status, contentType, bytes, Map.of());
  }
}
