// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import io.bunraku.storeconfig.spi.PemIdentity;
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
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * How to log in. Riak asks for passwords over TLS only, so a user and an authority go together.
 *
 * @param user the user, or null when Riak's security is off
 * @param secret the password as the settings give it, or null when a file has it
 * @param secretFile the file that has it, or null
 * @param authority PEM file of the authority that signed Riak's certificate, or null
 * @param certificate PEM file of the user's certificate, for a source of kind {@code certificate}
 * @param key PEM file of its key
 */
record Login(
    @Nullable String user,
    @Nullable String secret,
    @Nullable Path secretFile,
    @Nullable Path authority,
    @Nullable Path certificate,
    @Nullable Path key) {
  static final Login NONE = new Login(null, null, null, null, null, null);
  static final String CERTIFICATE_FILE = "certificate-file";
  static final String KEY_FILE = "key-file";
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
    boolean hasCertificate = settings.get(CERTIFICATE_FILE) != null;
    if (hasCertificate != (settings.get(KEY_FILE) != null)) {
      throw RiakSettings.wrong("'certificate-file' and 'key-file' are only of use together");
    }
    if (user == null) {
      if (secret != null || hasFile || hasCertificate) {
        throw RiakSettings.wrong(
            "there is a " + (hasCertificate ? "certificate" : "password") + ", but no 'username'");
      }
      return NONE;
    }
    if (secret != null && hasFile) {
      throw RiakSettings.wrong("'password' and 'password-file' are both set");
    }
    Path file = hasFile ? settings.requirePath(PASSWORD_FILE) : null;
    String given = secret == null && file == null ? environment.get(ENVIRONMENT) : secret;
    if (given == null && file == null && !hasCertificate) {
      throw RiakSettings.wrong(
          "no password for '" + user + "': set 'password', 'password-file' or $" + ENVIRONMENT);
    }
    return new Login(
        user,
        given,
        file,
        settings.requirePath(CA_FILE),
        hasCertificate ? settings.requirePath(CERTIFICATE_FILE) : null,
        hasCertificate ? settings.requirePath(KEY_FILE) : null);
  }

  /** The same for TLS by hand. */
  KeyManager @Nullable [] keyManagers() {
    return certificate == null || key == null
        ? null
        : PemIdentity.keyManagers(certificate, key).getKeyManagers();
  }

  /** The user's certificate and key, or null for a password alone. */
  @Nullable KeyStore identity() {
    if (certificate == null || key == null) {
      return null;
    }
    try {
      return PemIdentity.load(certificate, key);
    } catch (StoreException e) {
      throw new StoreException("store riak: 'certificate-file', 'key-file': " + e.getMessage(), e);
    }
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
