// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A key pair for a server on loopback, made by the JDK's keytool. */
final class TestKeys {
  static final String PASSWORD = "changeit";

  private TestKeys() {}

  static Path keyStore(Path directory) {
    return directory.resolve("server.p12");
  }

  /** The certificate in PEM, which is its own authority. */
  static Path certificate(Path directory) {
    return directory.resolve("server.pem");
  }

  /** The certificate of a client, signed by the server's as authority, in PEM. */
  static Path clientCertificate(Path directory) {
    return directory.resolve("client.pem");
  }

  /** Its key, in PEM. */
  static Path clientKey(Path directory) {
    return directory.resolve("client.key");
  }

  /** Both in PKCS 12. */
  static Path clientStore(Path directory) {
    return directory.resolve("client.p12");
  }

  /**
   * Makes a client's key and has the server's sign it.
   *
   * @param server alias of the key in the server's store
   */
  static void makeClient(Path directory, String name, String server) {
    Path store = clientStore(directory);
    Path request = directory.resolve("client.csr");
    Path certificate = clientCertificate(directory);
    keytool(store, "-genkeypair", "-alias", "client", "-keyalg", "EC", "-dname", "CN=" + name);
    keytool(store, "-certreq", "-alias", "client", "-file", request.toString());
    keytool(
        keyStore(directory),
        "-gencert",
        "-rfc",
        "-alias",
        server,
        "-infile",
        request.toString(),
        "-outfile",
        certificate.toString());
    keytool(
        store,
        "-importcert",
        "-noprompt",
        "-alias",
        "authority",
        "-file",
        certificate(directory).toString());
    keytool(store, "-importcert", "-alias", "client", "-file", certificate.toString());
    writeKey(store, clientKey(directory));
  }

  private static void keytool(Path store, String... words) {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    all.addAll(List.of(words));
    all.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
    all.addAll(List.of("-storepass", PASSWORD));
    Shell.run(all.toArray(String[]::new));
  }

  private static void writeKey(Path store, Path file) {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      byte[] key = keys.getKey("client", PASSWORD.toCharArray()).getEncoded();
      String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
      Files.writeString(
          file, "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
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
