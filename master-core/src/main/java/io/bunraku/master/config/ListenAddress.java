// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

/**
 * Where a connector listens.
 *
 * @param host address or name; {@code 0.0.0.0} for all
 * @param port from 1, or 0 for any free one
 */
public record ListenAddress(String host, int port) {

  /**
   * Reads {@code HOST:PORT}, {@code [V6]:PORT}, {@code :PORT} or {@code PORT}.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  public static ListenAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (port >= 0 && port <= 65535) {
        return new ListenAddress(host.isEmpty() ? "0.0.0.0" : host, port);
      }
    } catch (NumberFormatException e) {
      // the one message below says it
    }
    throw new IllegalArgumentException("'" + text + "' is not HOST:PORT");
  }

  @Override
  public String toString() {
    return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
  }
}
