// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and counts what clients try: connections, and what they send on them. */
final class CountingProxy implements AutoCloseable {
  private final ServerSocket listening;
  private final int port;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger messages = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * Listens on a free port of loopback.
   *
   * @param address {@code host:port} of the server
   */
  CountingProxy(String address) {
    int colon = address.lastIndexOf(':');
    String host = address.substring(0, colon);
    this.port = Integer.parseInt(address.substring(colon + 1));
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> accept(host));
  }

  private void accept(String host) {
    try {
      while (true) {
        Socket client = listening.accept();
        connections.incrementAndGet();
        Socket server = new Socket(host, port);
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> pump(client, server, messages));
        Thread.ofVirtual().start(() -> pump(server, client, new AtomicInteger()));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private static void pump(Socket from, Socket to, AtomicInteger count) {
    byte[] buffer = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        count.incrementAndGet();
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // one of both is gone
    }
  }

  String address() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** How often something came from clients. */
  int messages() {
    return messages.get();
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
