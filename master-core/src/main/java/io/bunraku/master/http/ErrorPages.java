// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What Jetty refuses by itself (malformed requests, headers too large): the same one-line JSON. */
final class ErrorPages extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Object message = request.getAttribute(ERROR_MESSAGE);
    String text =
        "{\"message\":\""
            + escape(message)
            + "\",\"issue_kind\":\""
            + IssueKind.RUNTIME_ERROR
            + "\"}";
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Format.JSON.contentType());
    response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }

  private static String escape(@Nullable Object message) {
    return message == null
        ? "Bad Request"
        : String.valueOf(message).replaceAll("[^ !#-\\[\\]-~]", "?");
  }
}
