// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one Jetty handler: makes a {@link Call} of a request, finds out who asks and whether they
 * may, and sends the {@link Answer}. Runs on a virtual thread, so that endpoints may block.
 */
final class FrontHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(FrontHandler.class);

  /** Under which a request keeps the name of who asked, for the access log. */
  static final String CLIENT = "io.bunraku.client";

  private static final long WARNING_NANOS = 10_000_000_000L;

  private final AtomicLong nextWarning = new AtomicLong(System.nanoTime());
  private final IdentityResolver identities;
  private final Authorizer authorizer;
  private final Endpoint routes;
  private final Wire wire;
  private final String puppetVersion;
  private final long bodyLimit;

  FrontHandler(
      IdentityResolver identities,
      Authorizer authorizer,
      Endpoint routes,
      Wire wire,
      String puppetVersion,
      long bodyLimit) {
    super(InvocationType.BLOCKING);
    this.identities = identities;
    this.authorizer = authorizer;
    this.routes = routes;
    this.wire = wire;
    this.puppetVersion = puppetVersion;
    this.bodyLimit = bodyLimit;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    RequestBody body = new RequestBody(request);
    request.addIdleTimeoutListener(e -> !body.isEnded()); // a compile may take longer than that
    response.getHeaders().put("X-Puppet-Version", puppetVersion);
    Answer answer;
    try {
      answer = answer(request, body);
    } catch (HttpError e) {
      answer = error(e);
      if (e.closing()) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
      }
    }
    if (answer.status() >= HttpStatus.BAD_REQUEST_400
        && answer.status() != HttpStatus.PAYLOAD_TOO_LARGE_413) {
      body.discard();
    }
    new AnswerWriter(request, response).write(answer, callback);
    return true;
  }

  private Answer answer(Request request, RequestBody body) throws HttpError {
    try {
      String path = path(request.getHttpURI().getPath());
      ClientIdentity who = identity(request);
      if (who.name() != null) {
        request.setAttribute(CLIENT, who.name());
      }
      Call call = call(request, path, who, body);
      String refusal = authorizer.refusal(call);
      return refusal == null ? routes.answer(call, path) : Answer.text(403, refusal);
    } catch (StoreUnavailableException e) {
      warn(e);
      throw HttpError.unavailable("the store is away");
    } catch (IOException | RuntimeException e) {
      LOG.error("{} {} failed", request.getMethod(), request.getHttpURI().getPath(), e);
      throw HttpError.server(String.valueOf(e.getMessage()));
    }
  }

  /** One line in ten seconds says enough: in an outage every request ends here. */
  private void warn(StoreUnavailableException e) {
    long now = System.nanoTime();
    long next = nextWarning.get();
    if (now - next >= 0 && nextWarning.compareAndSet(next, now + WARNING_NANOS)) {
      LOG.warn("Answered 503: {}", e.getMessage());
    } else {
      LOG.debug("Answered 503: {}", e.getMessage());
    }
  }

  private Call call(Request request, String path, ClientIdentity who, RequestBody body) {
    return new Call(
        request.getMethod(),
        path,
        new Params().add(request.getHttpURI().getQuery()),
        name -> request.getHeaders().get(name),
        who,
        body::open,
        bodyLimit);
  }

  /**
   * The decoded path. Authorisation and routing both see this one; a step upwards in any spelling
   * is refused rather than resolved.
   */
  private static String path(@Nullable String raw) throws HttpError {
    if (raw == null || !raw.startsWith("/")) {
      throw HttpError.badRequest("The request has no path");
    }
    String path = Params.unescapePath(raw);
    if (path.indexOf('\0') >= 0) {
      throw HttpError.badRequest("Invalid character in the path");
    }
    for (int at = path.indexOf("/.."); at >= 0; at = path.indexOf("/..", at + 1)) {
      if (at + 3 == path.length() || path.charAt(at + 3) == '/') {
        throw HttpError.badRequest("Invalid relative path in " + path);
      }
    }
    return path;
  }

  private ClientIdentity identity(Request request) throws HttpError {
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    InetAddress address =
        remote instanceof InetSocketAddress inet && inet.getAddress() != null
            ? inet.getAddress()
            : InetAddress.getLoopbackAddress();
    return identities.resolve(address, peer(request), name -> request.getHeaders().get(name));
  }

  private static @Nullable X509Certificate peer(Request request) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    EndPoint.SslSessionData session = endPoint.getSslSessionData();
    X509Certificate[] chain = session == null ? null : session.peerCertificates();
    return chain == null || chain.length == 0 ? null : chain[0];
  }

  private Answer error(HttpError e) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", e.message());
    body.put("issue_kind", e.kind().name());
    if (!e.logs().isEmpty()) {
      body.put("logs", e.logs());
    }
    try {
      return Answer.bytes(
          e.status(), Format.JSON.contentType(), wire.json().writeValueAsBytes(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
