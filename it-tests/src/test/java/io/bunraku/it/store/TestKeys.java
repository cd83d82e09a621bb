// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.nio.file.Path;

/** A key pair for a server on loopback, made by the JDK's keytool. */
final class TestKeys {
  private static final String PASSWORD = "changeit";

  private TestKeys() {}

  static Path keyStore(Path directory) {
    return directory.resolve("server.p12");
  }

  /** The certificate in PEM, which is its own authority. */
  static Path certificate(Path directory) {
    return directory.resolve("server.pem");
  }

  /** Makes both. The certificate is for the name {@code localhost} only, not for addresses. */
  static void make(Path directory) {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String store = keyStore(directory).toString();
    Shell.run(
        keytool,
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "EC",
        "-validity",
        "2",
        "-dname",
        "CN=localhost",
        "-ext",
        "SAN=DNS:localhost",
        "-ext",
        "BC=ca:true",
        "-storetype",
        "PKCS12",
        "-keystore",
        store,
        "-storepass",
        PASSWORD);
    Shell.run(
        keytool,
        "-exportcert",
        "-rfc",
        "-alias",
        "server",
        "-keystore",
        store,
        "-storepass",
        PASSWORD,
        "-file",
        certificate(directory).toString());
  }
}
