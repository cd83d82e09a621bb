// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.master.config.ListenAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty as we use it: two connectors, HTTP/1.1 and HTTP/2, requests on virtual threads. */
final class JettyServer {

  /** How long a connection without a request outlives the order to stop. */
  private static final Duration SHUTDOWN_IDLE = Duration.ofMillis(200);

  /** RFC 8446, 4.6.1: a ticket lives for seven days at most. */
  private static final Duration NO_TICKETS = Duration.ofDays(8);

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

  private final Server server;
  private final HttpLimits limits;

  JettyServer(Handler handler, HttpLimits limits) {
    this.limits = limits;
    QueuedThreadPool threads = new QueuedThreadPool(64, 4);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("request-", 0).factory()));
    server = new Server(threads);
    server.setHandler(new GracefulHandler(handler));
    server.setErrorHandler(new ErrorPages());
    server.setRequestLog(new AccessLog());
    server.setStopTimeout(STOP_TIMEOUT.toMillis());
  }

  /** Adds plain HTTP. */
  ServerConnector addPlain(ListenAddress address) {
    HttpConfiguration http = http();
    return add(
        new ServerConnector(
            server, 1, 1, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http)),
        address);
  }

  /** Adds TLS that asks clients for a certificate and does not insist. */
  ServerConnector addTls(ListenAddress address, TlsMaterial material)
      throws GeneralSecurityException {
    HttpConfiguration http = http();
    // Balancers and people ask by address too; who asks is in the certificate, not in SNI.
    http.addCustomizer(new SecureRequestCustomizer(false));
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
    return add(
        new ServerConnector(
            server,
            1,
            2,
            new SslConnectionFactory(sslContext(material), alpn.getProtocol()),
            alpn,
            new HTTP2ServerConnectionFactory(http),
            new HttpConnectionFactory(http)),
        address);
  }

  private ServerConnector add(ServerConnector connector, ListenAddress address) {
    connector.setHost(address.host());
    connector.setPort(address.port());
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE.toMillis());
    connector.setAcceptQueueSize(1024);
    server.addConnector(connector);
    return connector;
  }

  private HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(limits.headerBytes());
    // The front handler decodes and checks paths itself: file names may hold anything but "..".
    http.setUriCompliance(UriCompliance.UNSAFE);
    return http;
  }

  private static SslContextFactory.Server sslContext(TlsMaterial material)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        new KeyManager[] {new ServerKey(material)},
        new TrustManager[] {material.clientTrust()},
        null);
    // A resumed session skips the look at revocations. And a ticket that follows an answer makes
    // Ruby's
    // Net::HTTP wait on a connection that it would use again. Past seven days the JDK sends no
    // tickets.
    context.getServerSessionContext().setSessionTimeout(Math.toIntExact(NO_TICKETS.toSeconds()));
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setSslContext(context);
    factory.setWantClientAuth(true);
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    return factory;
  }

  Server server() {
    return server;
  }
}
