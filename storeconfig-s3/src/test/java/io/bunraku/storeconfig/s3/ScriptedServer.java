// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A double of S3 that answers as a test says, on loopback: to show what no store does when asked.
 * It keeps conditions for probes, whatever the script says of documents.
 */
final class ScriptedServer implements AutoCloseable {
  /**
   * A request without its body.
   *
   * @param line method, path, version
   * @param headers names in lower case
   */
  record Request(String line, Map<String, String> headers) {}

  private final ServerSocket socket;
  private final Function<Request, @Nullable String> script;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, String> probes = new ConcurrentHashMap<>();

  /**
   * @param script the answer to a request for a document, or null to hang up without one
   */
  ScriptedServer(Function<Request, @Nullable String> script) {
    this.script = script;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** An answer without a body. */
  static String status(int status) {
    return "HTTP/1.1 " + status + " Told\r\nETag: \"e1\"\r\nContent-Length: 0\r\n\r\n";
  }

  /** An error as S3 words it. */
  static String error(int status, String code, String message) {
    String body = "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, message);
    return "HTTP/1.1 %d Told\r\nContent-Type: application/xml\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, body.length(), body);
  }

  StoreBackend open(String... more) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("bucket", "some-bucket");
    settings.put("endpoint", "http://127.0.0.1:" + socket.getLocalPort());
    settings.put("access-key", "id");
    settings.put("secret-key", "hunter2");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return new S3BackendProvider().open(new StoreSettings("s3", settings));
  }

  /** What was asked for documents, in order. */
  List<Request> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      for (Request r = next(in); r != null; r = next(in)) {
        boolean probe = r.line().contains("probe-");
        if (!probe) {
          requests.add(r);
        }
        String answer = probe ? probe(r) : script.apply(r);
        if (answer == null) {
          return;
        }
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      // the client hung up
    }
  }

  private String probe(Request r) {
    String path = r.line().split(" ", -1)[1];
    boolean kept =
        r.headers().containsKey("if-none-match")
            ? probes.putIfAbsent(path, "e1") == null
            : "\"e1\"".equals(r.headers().get("if-match"));
    return kept ? status(200) : error(412, "PreconditionFailed", "no");
  }

  private static @Nullable Request next(InputStream in) throws IOException {
    String line = line(in);
    if (line.isEmpty()) {
      return null;
    }
    Map<String, String> headers = new TreeMap<>();
    for (String h = line(in); !h.isEmpty(); h = line(in)) {
      String[] pair = h.split(":", 2);
      headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1].strip());
    }
    in.skipNBytes(Long.parseLong(headers.getOrDefault("content-length", "0")));
    return new Request(line, headers);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
