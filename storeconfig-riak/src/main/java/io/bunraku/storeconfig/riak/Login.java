// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to log in. Riak asks for passwords over TLS only, so a user and an authority go together.
 *
 * @param user the user, or null when Riak's security is off
 * @param secret the password as the settings give it, or null when a file has it
 * @param secretFile the file that has it, or null
 * @param authority PEM file of the authority that signed Riak's certificate, or null
 */
record Login(
    @Nullable String user,
    @Nullable String secret,
    @Nullable Path secretFile,
    @Nullable Path authority) {
  static final String USERNAME = "username";
  static final String PASSWORD_FILE = "password-file";
  static final String CA_FILE = "ca-file";
  static final String ENVIRONMENT = "BUNRAKU_RIAK_PASSWORD";

  static Login of(StoreSettings settings, Map<String, String> environment) {
    String user = settings.get(USERNAME);
    boolean hasFile = settings.get(PASSWORD_FILE) != null;
    String secret = settings.get(RiakSettings.PASSWORD);
    if ((user == null) != (settings.get(CA_FILE) == null)) {
      throw RiakSettings.wrong(
          "'username' and 'ca-file' go together: Riak takes passwords over TLS only");
    }
    if (user == null) {
      if (secret != null || hasFile) {
        throw RiakSettings.wrong("there is a password, but no 'username'");
      }
      return new Login(null, null, null, null);
    }
    if (secret != null && hasFile) {
      throw RiakSettings.wrong("'password' and 'password-file' are both set");
    }
    Path file = hasFile ? settings.requirePath(PASSWORD_FILE) : null;
    String given = secret == null && file == null ? environment.get(ENVIRONMENT) : secret;
    if (given == null && file == null) {
      throw RiakSettings.wrong(
          "no password for '" + user + "': set 'password', 'password-file' or $" + ENVIRONMENT);
    }
    return new Login(user, given, file, settings.requirePath(CA_FILE));
  }

  /** The password; a file is read when the store is first used. */
  String password() {
    if (secretFile == null) {
      return secret == null ? "" : secret;
    }
    try {
      return Files.readString(secretFile).strip();
    } catch (IOException e) {
      throw new StoreException("store riak: 'password-file' " + reason(secretFile, e), e);
    }
  }

  /** The authority, or null without TLS. */
  @Nullable KeyStore trusted() {
    if (authority == null) {
      return null;
    }
    try (InputStream pem = Files.newInputStream(authority)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int n = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        store.setCertificateEntry("authority" + n++, certificate);
      }
      if (n == 0) {
        throw RiakSettings.wrong("'ca-file' " + authority + " has no certificate");
      }
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new StoreException("store riak: 'ca-file' " + reason(authority, e), e);
    }
  }

  private static String reason(Path file, Exception e) {
    return file + " cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage();
  }

  @Override
  public String toString() {
    return user == null ? "no user" : "user " + user;
  }
}
