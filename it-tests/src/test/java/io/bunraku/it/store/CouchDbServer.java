// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.storeconfig.spi.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What speaks CouchDB to a test: the server that {@code BUNRAKU_IT_COUCHDB} names ({@code
 * http://admin:password@host:port}), else pouchdb-server, which is an imitation.
 */
final class CouchDbServer implements AutoCloseable {
  private static final String VARIABLE = "BUNRAKU_IT_COUCHDB";
  private static final int PORT = 5984;
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI url;
  private final String @Nullable [] user;
  private final @Nullable PouchDbServer imitation;
  private final String prefix = "it-" + UUID.randomUUID().toString().substring(0, 8) + "-";
  private final int nodes;
  private int number;
  private String comparable = "";

  private CouchDbServer(URI url, String @Nullable [] user, @Nullable PouchDbServer imitation) {
    this.url = url;
    this.user = user;
    this.imitation = imitation;
    this.nodes = countNodes();
    System.out.println("CouchDB tests run against " + describe());
  }

  /** Starts it, or skips the test where there is none. */
  static CouchDbServer startOrSkip(Path directory) {
    String given = Given.of(VARIABLE);
    if (given != null) {
      return given(given);
    }
    PouchDbServer imitation = PouchDbServer.start(directory).orElse(null);
    String why = "no npm to install pouchdb-server, and " + VARIABLE + " is not set: skipped";
    Skip.unless(imitation != null, why);
    PouchDbServer started = Objects.requireNonNull(imitation);
    return new CouchDbServer(started.url(), null, started);
  }

  /** A real one, which must answer and let us make and drop databases. */
  private static CouchDbServer given(String address) {
    URI whole = URI.create(address.contains("://") ? address : "http://" + address);
    int port = whole.getPort() < 0 ? PORT : whole.getPort();
    URI url = URI.create(whole.getScheme() + "://" + whole.getHost() + ":" + port);
    String info = whole.getUserInfo();
    String[] user = info == null ? null : info.split(":", 2);
    if (whole.getHost() == null || (user != null && user.length != 2)) {
      throw new IllegalStateException(VARIABLE + " is not http://admin:password@host:port");
    }
    try {
      CouchDbServer server = new CouchDbServer(url, user, null);
      HttpResponse<String> all = server.ask("GET", "/_all_dbs");
      if (all.statusCode() != 200) {
        throw new IllegalStateException(
            "%s: %s as %s: %d %s (it has to name a server admin: http://admin:password@host:port)"
                .formatted(
                    VARIABLE,
                    url,
                    user == null ? "nobody" : user[0],
                    all.statusCode(),
                    all.body().strip()));
      }
      return server;
    } catch (UncheckedIOException e) {
      throw new IllegalStateException(
          VARIABLE + ": no CouchDB answers at " + url + ": " + e.getCause(), e);
    }
  }

  /** Says who answered, for reports. */
  String describe() {
    String root = ask("GET", "/").body();
    String version = first("\"version\":\"([^\"]+)\"", root);
    return imitation == null
        ? "CouchDB " + version + ", nodes: " + nodes
        : "pouchdb-server " + version + " (imitation)";
  }

  private static String first(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("CouchDB does not answer so: " + text.strip()))
        .group(1);
  }

  URI url() {
    return url;
  }

  boolean isImitation() {
    return imitation != null;
  }

  /** The imitation's process, or the test is skipped: a server of somebody else is not killed. */
  PouchDbServer imitationOrSkip() {
    Skip.unless(imitation != null, VARIABLE + " names a server that this test must not disturb");
    return Objects.requireNonNull(imitation);
  }

  /** The name of a database that nothing else uses; until the next call it stays the same. */
  String database() {
    return prefix + number;
  }

  /** Drops what was made, and names another database: reusing a name is not safe in a cluster. */
  void wipe() {
    for (String name : databases()) {
      ask("DELETE", "/" + name);
    }
    number++;
  }

  /** Makes a user who is no server admin, and the main database as his. */
  void makeMember(String name, String password) {
    Skip.unless(imitation == null, "the imitation has no users: " + VARIABLE + " is not set");
    ask("PUT", "/_users");
    String user =
        """
        {"name":"%s","password":"%s","roles":[],"type":"user"}\
        """
            .formatted(name, password);
    ask("PUT", "/_users/org.couchdb.user:" + name, user);
    String members =
        """
        {"admins":{"names":[],"roles":[]},"members":{"names":["%s"],"roles":[]}}\
        """
            .formatted(name);
    ask("PUT", "/" + database());
    ask("PUT", "/" + database() + "/_security", members);
  }

  /** Drops that user. */
  void dropMember(String name) {
    String user = "/_users/org.couchdb.user:" + name;
    ask("DELETE", user + "?rev=" + first("\"_rev\":\"([^\"]+)\"", ask("GET", user).body()));
  }

  /** The databases of this test. */
  List<String> databases() {
    return Pattern.compile("\"(" + Pattern.quote(prefix) + "[^\"]*)\"")
        .matcher(ask("GET", "/_all_dbs").body())
        .results()
        .map((MatchResult m) -> m.group(1))
        .toList();
  }

  /** Settings of a store in this database that is made when it is missing. */
  StoreSettings settings(String... more) {
    Map<String, String> all = new HashMap<>();
    all.put("url", url.toString());
    all.put("database", database());
    all.put("create-database", "true");
    if (user != null) {
      all.put("username", user[0]);
      all.put("password", user[1]);
    }
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    makeComparable(all);
    return new StoreSettings("couchdb", all);
  }

  /** In a cluster, revisions can be compared only in a database of one copy, which is made so. */
  private void makeComparable(Map<String, String> settings) {
    boolean compared = !settings.getOrDefault("cluster", "false").equals("true");
    boolean made = database().equals(comparable);
    if (nodes > 1
        && compared
        && !made
        && settings.getOrDefault("create-database", "false").equals("true")) {
      comparable = database();
      ask("PUT", "/" + database() + "?n=1");
    }
  }

  private int countNodes() {
    String members = imitation == null ? ask("GET", "/_membership").body() : "";
    int cluster = members.indexOf("\"cluster_nodes\"");
    return cluster < 0 ? 1 : members.substring(cluster).split("@", -1).length - 1;
  }

  /** The same as a map. */
  Map<String, String> map(String... more) {
    return Map.copyOf(settings(more).masked(Set.of()));
  }

  HttpResponse<String> ask(String method, String path) {
    return ask(method, path, null);
  }

  HttpResponse<String> ask(String method, String path, @Nullable String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(path))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (user != null) {
      byte[] pair = String.join(":", user).getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (imitation != null) {
      imitation.close();
    } else {
      wipe();
    }
  }
}
