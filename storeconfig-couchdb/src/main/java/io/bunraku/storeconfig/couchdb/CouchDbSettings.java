// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import io.bunraku.storeconfig.spi.Secret;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has set.
 *
 * @param url {@code http} or {@code https}, without name and password
 * @param database name of the database
 * @param username or null to ask without a name
 * @param password from the settings, a file or the environment
 * @param tlsCaFile PEM certificates to trust instead of the JVM's, or null
 * @param tlsCertificateFile PEM certificate of this master, where a server or proxy asks for one
 * @param tlsKeyFile its key in PKCS 8
 * @param connectTimeout milliseconds until a connection stands
 * @param requestTimeout milliseconds without a byte of an answer
 * @param connections most connections at once
 * @param cluster whether documents have several copies, so that concurrent writes can both stand
 * @param createDatabase whether missing databases are made, which takes a server admin
 * @param reportDatabases whether reports go into a database a month
 */
record CouchDbSettings(
    URI url,
    String database,
    @Nullable String username,
    Secret password,
    @Nullable Path tlsCaFile,
    @Nullable Path tlsCertificateFile,
    @Nullable Path tlsKeyFile,
    int connectTimeout,
    int requestTimeout,
    int connections,
    boolean cluster,
    boolean createDatabase,
    boolean reportDatabases) {

  static final String PASSWORD_VARIABLE = "BUNRAKU_COUCHDB_PASSWORD";

  private static final Set<String> KNOWN =
      Set.of(
          "url",
          "database",
          "username",
          "password",
          "password-file",
          "tls-ca-file",
          "tls-certificate-file",
          "tls-key-file",
          "connect-timeout-ms",
          "request-timeout-ms",
          "connections",
          "cluster",
          "create-database",
          "report-databases");

  /** Checks all that can be checked without asking anybody. */
  static CouchDbSettings of(StoreSettings settings) {
    settings.allow(KNOWN);
    String database = settings.get("database", "bunraku");
    if (!database.matches("[a-z][a-z0-9_-]{0,200}")) {
      throw refusal("'database' must be a-z, 0-9, _ and -, a letter first: " + database);
    }
    settings.together("tls-certificate-file", "tls-key-file");
    return new CouchDbSettings(
        url(settings.get("url", "http://127.0.0.1:5984")),
        database,
        settings.get("username"),
        settings.secret("password").or(System.getenv(PASSWORD_VARIABLE)),
        settings.path("tls-ca-file"),
        settings.path("tls-certificate-file"),
        settings.path("tls-key-file"),
        settings.between("connect-timeout-ms", 2_000, 1, Integer.MAX_VALUE),
        settings.between("request-timeout-ms", 10_000, 1, Integer.MAX_VALUE),
        settings.between("connections", 32, 1, Integer.MAX_VALUE),
        settings.flag("cluster", false),
        settings.flag("create-database", false),
        settings.flag("report-databases", true));
  }

  private static StoreException refusal(String why) {
    return new StoreException("store couchdb: " + why);
  }

  private static URI url(String text) {
    try {
      URI url = new URI(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!http || url.getHost() == null || url.getQuery() != null) {
        throw refusal("'url' must be like http://couchdb.example.org:5984");
      }
      if (url.getUserInfo() != null) {
        throw refusal("'url' must not hold a name or password: use 'username' and 'password-file'");
      }
      return url;
    } catch (URISyntaxException e) {
      throw refusal("'url' must be like http://couchdb.example.org:5984");
    }
  }
}
