// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request: who, what, status, bytes, milliseconds. Never a query or a header. */
final class AccessLog implements RequestLog {

  private static final Logger LOG = LoggerFactory.getLogger("access");

  @Override
  public void log(Request request, Response response) {
    if (!LOG.isInfoEnabled()) {
      return;
    }
    Object client = request.getAttribute(FrontHandler.CLIENT);
    LOG.info(
        "{} {} \"{} {}\" {} {} {}ms",
        Request.getRemoteAddr(request),
        client == null ? "-" : client,
        request.getMethod(),
        request.getHttpURI().getPath(),
        response.getStatus(),
        Response.getContentBytesWritten(response),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()));
  }
}
