// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import io.bunraku.storeconfig.spi.Secret;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings. Files with secrets are read when the connection is made.
 *
 * @param servers {@code host:port,host:port}
 * @param path the znode below which everything is kept
 * @param user of the digest scheme, or null for none
 * @param password of that user
 * @param acl who may do what with znodes that are made
 * @param session how long the ensemble keeps the session of a silent client
 * @param connect how long an operation waits for a connection
 * @param request how long an operation waits for an answer
 * @param tls null for a connection in the clear
 */
record ZooKeeperSettings(
    String servers,
    String path,
    @Nullable String user,
    Secret password,
    Acl acl,
    Duration session,
    Duration connect,
    Duration request,
    @Nullable Tls tls) {

  static final Set<String> SECRET =
      Set.of("password", "tls-truststore-password", "tls-keystore-password");

  private static final Set<String> KNOWN =
      Set.of(
          "servers",
          "path",
          "user",
          "password",
          "password-file",
          "acl",
          "session-timeout-ms",
          "connect-timeout-ms",
          "request-timeout-ms",
          "tls",
          "tls-truststore",
          "tls-truststore-password",
          "tls-truststore-password-file",
          "tls-keystore",
          "tls-keystore-password",
          "tls-keystore-password-file",
          "tls-verify-hostname");

  private static final String SERVER = "(\\[[0-9a-fA-F:.]+\\]|[^\\s,:/\\[\\]]+):[0-9]{1,5}";
  private static final Pattern SERVERS = Pattern.compile(SERVER + "(," + SERVER + ")*");
  private static final Pattern PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[!-.0-~]+)+");

  /** Who may do what with the znodes that a master makes. */
  enum Acl {
    /** Whoever has the credentials of the master that made them. */
    CREATOR,
    /** Everybody who reaches the ensemble. */
    OPEN
  }

  /**
   * TLS.
   *
   * @param truststore authorities of the servers, or null for those of the JDK
   * @param keystore this client's certificate and key, or null for none
   * @param verifyHostname whether a server's certificate must bear its name
   */
  record Tls(@Nullable Store truststore, @Nullable Store keystore, boolean verifyHostname) {}

  /** A file of certificates or keys: JKS, PKCS 12 or PEM. */
  record Store(Path file, Secret password) {}

  static ZooKeeperSettings of(StoreSettings all) {
    all.allow(KNOWN);
    String user = all.get("user");
    Tls tls = all.flag("tls", false) ? tls(all) : noTls(all);
    boolean authenticated = user != null || (tls != null && tls.keystore() != null);
    return new ZooKeeperSettings(
        matching(all.require("servers").replace(" ", ""), SERVERS, "servers", "host:port,..."),
        matching(all.get("path", "/bunraku"), PATH, "path", "/name/name"),
        user,
        user == null ? all.secret("password") : required(all, user),
        acl(all, authenticated),
        duration(all, "session-timeout-ms", 6_000),
        duration(all, "connect-timeout-ms", 5_000),
        duration(all, "request-timeout-ms", 5_000),
        tls);
  }

  private static String matching(String value, Pattern form, String name, String example) {
    if (!form.matcher(value).matches()) {
      throw refusal("'" + name + "' is '" + value + "', but has the form " + example);
    }
    return value;
  }

  private static Acl acl(StoreSettings all, boolean authenticated) {
    String text = all.get("acl", authenticated ? "creator" : "open");
    if (text.equals("creator") && !authenticated) {
      throw refusal("'acl: creator' needs a 'user' or a 'tls-keystore'");
    }
    return switch (text) {
      case "creator" -> Acl.CREATOR;
      case "open" -> Acl.OPEN;
      default -> throw refusal("'acl' is '" + text + "', but may be creator or open");
    };
  }

  private static Tls tls(StoreSettings all) {
    return new Tls(
        store(all, "tls-truststore"),
        store(all, "tls-keystore"),
        all.flag("tls-verify-hostname", true));
  }

  /** Settings of TLS without TLS are a mistake that would go unnoticed. */
  private static @Nullable Tls noTls(StoreSettings all) {
    for (String name : new String[] {"tls-truststore", "tls-keystore"}) {
      if (all.get(name) != null) {
        throw refusal("'" + name + "' is set, but not 'tls: true'");
      }
    }
    return null;
  }

  private static @Nullable Store store(StoreSettings all, String name) {
    Path file = all.path(name);
    return file == null ? null : new Store(file, all.secret(name + "-password"));
  }

  private static Secret required(StoreSettings all, String user) {
    Secret secret = all.secret("password");
    if (!secret.isSet()) {
      throw refusal("'password' or 'password-file' of the user " + user + " is missing");
    }
    return secret;
  }

  private static Duration duration(StoreSettings all, String name, int otherwise) {
    return Duration.ofMillis(all.between(name, otherwise, 100, 600_000));
  }

  private static StoreException refusal(String what) {
    return new StoreException("store zookeeper: " + what);
  }
}
