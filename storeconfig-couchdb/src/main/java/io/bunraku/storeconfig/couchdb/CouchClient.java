// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.NoRouteToHostException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.http.conn.ConnectTimeoutException;
import org.ektorp.http.HttpClient;
import org.ektorp.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Asks a CouchDB server: one attempt a request, and what its failure means. */
final class CouchClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SEE =
      " (see 'tls-ca-file', and 'tls-certificate-file' if it asks for a certificate)";
  private final CouchDbSettings settings;
  private final String base;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable HttpClient http;
  private volatile boolean closed;

  CouchClient(CouchDbSettings settings) {
    this.settings = settings;
    this.base = settings.url().getRawPath().replaceFirst("/+$", "");
  }

  /** A path to a document or another part of a database. */
  static String path(String database, String part) {
    return "/" + escape(database) + (part.isEmpty() ? "" : "/" + part);
  }

  /** For a segment of a path or a value of a query. */
  static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Asks for something, which may be asked again.
   *
   * @throws StoreUnavailableException when there is no answer, or one of a server in trouble
   */
  Answer get(String path) {
    Answer answer = ask(client -> client.get(base + path));
    if (answer.isUnsure()) {
      throw new StoreUnavailableException(at(answer.inWords()));
    }
    return answer;
  }

  /** Asks for what comes later; the caller aborts it if it comes too late. */
  HttpResponse open(String path) throws IOException {
    try {
      return http().get(base + path);
    } catch (RuntimeException e) {
      throw new IOException(at(firstLine(cause(e))), e);
    }
  }

  /**
   * Changes something.
   *
   * @throws StoreUnavailableException only when the request was certainly not sent
   */
  Answer put(String path, JsonNode body) {
    return ask(client -> client.put(base + path, body.toString()));
  }

  /** As {@link #put}, without a body: makes a database. */
  Answer put(String path) {
    return ask(client -> client.put(base + path));
  }

  /** As {@link #put}. */
  Answer post(String path, JsonNode body) {
    return ask(client -> client.post(base + path, body.toString()));
  }

  /** As {@link #put}. */
  Answer delete(String path) {
    return ask(client -> client.delete(base + path));
  }

  private Answer ask(Function<HttpClient, HttpResponse> request) {
    HttpClient client = http();
    try {
      return refuse(read(request.apply(client)));
    } catch (StoreException e) {
      throw e;
    } catch (IOException e) {
      return failed(e);
    } catch (RuntimeException e) {
      return failed(cause(e));
    }
  }

  static Answer read(HttpResponse response) throws IOException {
    try (InputStream content = response.getContent()) {
      JsonNode body = content == null ? JSON.missingNode() : JSON.readTree(content);
      return new Answer(response.getCode(), body);
    } finally {
      response.releaseConnection();
    }
  }

  /** What CouchDB would refuse again, or refuses without having done anything. */
  private Answer refuse(Answer answer) {
    String user = settings.username() == null ? "without 'username'" : settings.username();
    return switch (answer.status()) {
      case 401 -> throw new StoreException(at(unauthorized(user, answer)));
      case 403 -> throw forbidden(user, answer);
      case 400, 405, 413, 414, 415 -> throw new StoreException(at(answer.inWords()));
      case 429 -> throw new StoreUnavailableException(at(answer.inWords()));
      default -> answer;
    };
  }

  /** CouchDB says 401 also to a name that it knows but that is no server admin. */
  private static String unauthorized(String user, Answer answer) {
    return answer.reason().startsWith("You are not")
        ? user + " has no right: " + answer.inWords()
        : "wrong name or password (" + user + ")";
  }

  /** Since 3.4 some wrong passwords in a row lock a name out for a while, right ones too. */
  private StoreException forbidden(String user, Answer answer) {
    return answer.reason().contains("temporarily locked")
        ? new StoreUnavailableException(
            at(user + " is locked out for a while, after wrong passwords from this host"))
        : new StoreException(at(user + " has no right: " + answer.inWords()));
  }

  private Answer failed(Throwable cause) {
    String why = cause.getClass().getSimpleName() + ": " + firstLine(cause);
    if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
      throw new StoreException(at("TLS: " + firstLine(cause) + SEE), cause);
    }
    if (isBeforeSending(cause)) {
      throw new StoreUnavailableException(at(why), cause);
    }
    JsonNode body = JsonNodeFactory.instance.objectNode().put("error", "").put("reason", why);
    return new Answer(0, body);
  }

  private static boolean isBeforeSending(Throwable cause) {
    return cause instanceof java.net.ConnectException
        || cause instanceof ConnectTimeoutException
        || cause instanceof NoRouteToHostException
        || cause instanceof UnknownHostException;
  }

  private static Throwable cause(Throwable e) {
    Throwable cause = e;
    while (!(cause instanceof IOException) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
  }

  /** A line that says where. */
  String at(String what) {
    return "store couchdb: " + settings.url() + ": " + what;
  }

  /** Made when it is first needed, as it reads files. */
  private HttpClient http() {
    HttpClient made = http;
    if (made == null) {
      lock.lock();
      try {
        made = http;
        if (made == null && !closed) {
          made = EktorpHttp.client(settings);
          http = made;
        }
      } finally {
        lock.unlock();
      }
    }
    if (closed || made == null) {
      throw new StoreUnavailableException(at("the store is closed"));
    }
    return made;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (http != null) {
        http.shutdown();
      }
    } finally {
      lock.unlock();
    }
  }
}
