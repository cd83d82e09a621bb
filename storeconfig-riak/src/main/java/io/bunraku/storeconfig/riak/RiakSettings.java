// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.core.query.Location;
import com.basho.riak.client.core.query.Namespace;
import com.basho.riak.client.core.util.BinaryValue;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.ServerAddress;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings, read and checked.
 *
 * @param nodes where Riak listens for protocol buffers
 * @param namespace bucket type and bucket
 * @param consistent whether the type is one with {@code consistent=true}
 * @param login user and authority, or the login that is none
 * @param connectMillis how long a connection may take to be made
 * @param requestMillis how long Riak may take to answer
 * @param minConnections what is kept open to each node
 * @param maxConnections what may be open to each node
 */
record RiakSettings(
    List<ServerAddress> nodes,
    Namespace namespace,
    boolean consistent,
    Login login,
    int connectMillis,
    int requestMillis,
    int minConnections,
    int maxConnections) {
  static final String PASSWORD = "password";
  private static final int PORT = 8087;
  private static final Set<String> KNOWN =
      Set.of(
          "nodes",
          "bucket-type",
          "bucket",
          "consistent",
          Login.USERNAME,
          PASSWORD,
          Login.PASSWORD_FILE,
          Login.CA_FILE,
          Login.CERTIFICATE_FILE,
          Login.KEY_FILE,
          "connect-timeout-ms",
          "request-timeout-ms",
          "min-connections",
          "max-connections");

  static RiakSettings of(StoreSettings settings, Map<String, String> environment) {
    settings.allow(KNOWN);
    int max = settings.between("max-connections", 32, 1, 10_000);
    return new RiakSettings(
        settings.addresses("nodes", "127.0.0.1", PORT),
        new Namespace(name(settings, "bucket-type"), name(settings, "bucket")),
        settings.flag("consistent", false),
        Login.of(settings, environment),
        settings.between("connect-timeout-ms", 2_000, 1, 600_000),
        settings.between("request-timeout-ms", 5_000, 1, 600_000),
        settings.between("min-connections", 1, 0, max),
        max);
  }

  /** Where a document is. A key of Riak may be any bytes. */
  Location location(Key key) {
    return new Location(namespace, BinaryValue.createFromUtf8(key.path()));
  }

  private static String name(StoreSettings settings, String setting) {
    String name = settings.get(setting, "bunraku").strip();
    if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > 255) {
      throw wrong("'" + setting + "' is empty or longer than 255 bytes");
    }
    return name;
  }

  static StoreException wrong(String what) {
    return new StoreException("store riak: " + what);
  }
}
