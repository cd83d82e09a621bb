// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import org.jspecify.annotations.Nullable;

/**
 * Where a server listens.
 *
 * @param host name or address, without brackets; not resolved
 * @param port 1 to 65535
 */
public record ServerAddress(String host, int port) {
  private static final int LAST_PORT = 65_535;

  /**
   * Reads {@code host}, {@code host:port}, {@code v6}, {@code [v6]} or {@code [v6]:port}.
   *
   * @param otherwise the port where none is given
   * @return null if it is none of these
   */
  public static @Nullable ServerAddress parse(String text, int otherwise) {
    int colon = text.lastIndexOf(':');
    boolean hasPort =
        colon > text.lastIndexOf(']') && (text.startsWith("[") || text.indexOf(':') == colon);
    String host = hasPort ? text.substring(0, colon) : text;
    boolean brackets = host.startsWith("[") && host.endsWith("]");
    String bare = brackets ? host.substring(1, host.length() - 1) : host;
    try {
      int port = hasPort ? Integer.parseInt(text.substring(colon + 1)) : otherwise;
      return bare.isEmpty() || port < 1 || port > LAST_PORT ? null : new ServerAddress(bare, port);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
