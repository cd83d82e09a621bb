// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request as endpoints see it, without Jetty. */
final class Call {

  /** Opens the body. */
  @FunctionalInterface
  interface BodySource {
    InputStream open() throws IOException;
  }

  private final String method;
  private final String path;
  private final Params params;
  private final Function<String, @Nullable String> headers;
  private final ClientIdentity identity;
  private final BodySource body;
  private final long bodyLimit;

  Call(
      String method,
      String path,
      Params params,
      Function<String, @Nullable String> headers,
      ClientIdentity identity,
      BodySource body,
      long bodyLimit) {
    this.method = method;
    this.path = path;
    this.params = params;
    this.headers = headers;
    this.identity = identity;
    this.body = body;
    this.bodyLimit = bodyLimit;
  }

  String method() {
    return method;
  }

  /** The decoded path, without query. */
  String path() {
    return path;
  }

  /** Parameters of the query; those of a form come in when it is read. */
  Params params() {
    return params;
  }

  @Nullable String header(String name) {
    return headers.apply(name);
  }

  ClientIdentity identity() {
    return identity;
  }

  /** The content type in lower case without its parameters, or null. */
  @Nullable String contentType() {
    String header = header("Content-Type");
    if (header == null) {
      return null;
    }
    int semicolon = header.indexOf(';');
    String type = semicolon < 0 ? header : header.substring(0, semicolon);
    return type.trim().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * Reads the whole body.
   *
   * @throws HttpError 413 when it is larger than the limit; nothing beyond that is read
   */
  byte[] body() throws HttpError, IOException {
    String length = header("Content-Length");
    if (length != null && tooLong(length)) {
      throw HttpError.tooLarge(bodyLimit);
    }
    try (InputStream in = body.open()) {
      byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, bodyLimit + 1));
      if (bytes.length > bodyLimit) {
        throw HttpError.tooLarge(bodyLimit);
      }
      return bytes;
    }
  }

  private boolean tooLong(String length) {
    try {
      return Long.parseLong(length.trim()) > bodyLimit;
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
