// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A double of CouchDB that gives the answers which a test has written down for it, as CouchDB's
 * reference words them. What was not written down is not found. It keeps what it was asked.
 */
final class ScriptedServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Reply> replies = new HashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  /** An answer; status 0 breaks the connection instead, which looks like a server that died. */
  private record Reply(int status, String body) {}

  ScriptedServer() throws IOException {
    this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    on("GET /bunraku", 200, "{\"db_name\":\"bunraku\",\"cluster\":{\"q\":2,\"n\":1}}");
  }

  ScriptedServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.start();
  }

  /** Answers a method and a path without its query. */
  ScriptedServer on(String request, int status, String body) {
    replies.put(request, new Reply(status, body));
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request =
        exchange.getRequestMethod() + " " + exchange.getRequestURI().toString().split("\\?", 2)[0];
    asked.add(request);
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Reply absent = new Reply(404, "{\"error\":\"not_found\",\"reason\":\"missing\"}");
    Reply reply = replies.getOrDefault(request, absent);
    if (reply.status() == 0) {
      throw new IOException("the connection breaks");
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What was asked, in order. */
  List<String> asked() {
    return asked;
  }

  String lastBody() {
    return bodies.getLast();
  }

  StoreBackend open(String... settings) {
    return openAt("http://127.0.0.1:" + port(), settings);
  }

  static StoreBackend openAt(String url, String... settings) {
    Map<String, String> all = new HashMap<>(Map.of("url", url));
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return new CouchDbBackendProvider().open(new StoreSettings("couchdb", all));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
