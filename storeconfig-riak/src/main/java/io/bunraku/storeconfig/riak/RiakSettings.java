// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.core.query.Location;
import com.basho.riak.client.core.query.Namespace;
import com.basho.riak.client.core.util.BinaryValue;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    List<Address> nodes,
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

  /** Where a node listens. */
  record Address(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  static RiakSettings of(StoreSettings settings, Map<String, String> environment) {
    settings.allow(KNOWN);
    int max = within(settings, "max-connections", 32, 1, 10_000);
    return new RiakSettings(
        addresses(settings.get("nodes", "127.0.0.1")),
        new Namespace(name(settings, "bucket-type"), name(settings, "bucket")),
        flag(settings, "consistent"),
        Login.of(settings, environment),
        within(settings, "connect-timeout-ms", 2_000, 1, 600_000),
        within(settings, "request-timeout-ms", 5_000, 1, 600_000),
        within(settings, "min-connections", 1, 0, max),
        max);
  }

  /** Where a document is. A key of Riak may be any bytes. */
  Location location(Key key) {
    return new Location(namespace, BinaryValue.createFromUtf8(key.path()));
  }

  private static List<Address> addresses(String nodes) {
    List<Address> all =
        Arrays.stream(nodes.split("[,\\s]+"))
            .filter(n -> !n.isEmpty())
            .map(RiakSettings::address)
            .toList();
    if (all.isEmpty()) {
      throw wrong("'nodes' is empty; it is host:port, host:port, ...");
    }
    return all;
  }

  /** {@code host}, {@code host:port}, {@code [v6]} or {@code [v6]:port}. */
  private static Address address(String node) {
    int colon = node.lastIndexOf(':');
    boolean hasPort =
        colon > node.lastIndexOf(']') && (node.startsWith("[") || node.indexOf(':') == colon);
    String host = hasPort ? node.substring(0, colon) : node;
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    try {
      int port = hasPort ? Integer.parseInt(node.substring(colon + 1)) : PORT;
      if (!bare.isEmpty() && port > 0 && port < 65_536) {
        return new Address(bare, port);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw wrong("'nodes' has '" + node + "', which is not host:port");
  }

  private static String name(StoreSettings settings, String setting) {
    String name = settings.get(setting, "bunraku").strip();
    if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > 255) {
      throw wrong("'" + setting + "' is empty or longer than 255 bytes");
    }
    return name;
  }

  private static boolean flag(StoreSettings settings, String setting) {
    return switch (settings.get(setting, "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("'" + setting + "' is neither true nor false");
    };
  }

  private static int within(
      StoreSettings settings, String setting, int otherwise, int least, int most) {
    int value = settings.integer(setting, Math.min(otherwise, most));
    if (value < least || value > most) {
      throw wrong("'" + setting + "' is " + value + ", it must be " + least + " to " + most);
    }
    return value;
  }

  static StoreException wrong(String what) {
    return new StoreException("store riak: " + what);
  }
}
