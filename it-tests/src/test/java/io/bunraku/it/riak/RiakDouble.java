// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.riak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The double's process. */
public final class RiakDouble {

  private RiakDouble() {}

  /**
   * Listens on loopback until it is killed.
   *
   * @param args port, directory; and for security: user, password, key store with that password,
   *     and {@code certificate} if users show one
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    Objects objects = new Objects(Path.of(args[1]));
    Security security =
        args.length > 2 ? Security.of(args[2], args[3], Path.of(args[4]), args.length > 5) : null;
    int port = Integer.parseInt(args[0]);
    try (ServerSocket server = new ServerSocket(port, 256, InetAddress.getLoopbackAddress())) {
      System.out.println("a double of Riak listens on " + server.getLocalPort());
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(new Session(client, security, objects));
      }
    }
  }
}
