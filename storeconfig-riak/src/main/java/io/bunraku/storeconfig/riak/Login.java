// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import io.bunraku.storeconfig.spi.PemAuthorities;
import io.bunraku.storeconfig.spi.PemIdentity;
import io.bunraku.storeconfig.spi.Secret;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * How to log in. Riak asks for passwords over TLS only, so a user and an authority go together.
 *
 * @param user the user, or null when Riak's security is off
 * @param secret the password
 * @param authority PEM file of the authority that signed Riak's certificate, or null
 * @param certificate PEM file of the user's certificate, for a source of kind {@code certificate}
 * @param key PEM file of its key
 */
record Login(
    @Nullable String user,
    Secret secret,
    @Nullable Path authority,
    @Nullable Path certificate,
    @Nullable Path key) {
  static final String CERTIFICATE_FILE = "certificate-file";
  static final String KEY_FILE = "key-file";
  static final String USERNAME = "username";
  static final String PASSWORD_FILE = "password-file";
  static final String CA_FILE = "ca-file";
  static final String ENVIRONMENT = "BUNRAKU_RIAK_PASSWORD";

  static Login of(StoreSettings settings, Map<String, String> environment) {
    String user = settings.get(USERNAME);
    Path authority = settings.path(CA_FILE);
    if ((user == null) != (authority == null)) {
      throw RiakSettings.wrong(
          "'username' and 'ca-file' go together: Riak takes passwords over TLS only");
    }
    settings.together(CERTIFICATE_FILE, KEY_FILE);
    Path certificate = settings.path(CERTIFICATE_FILE);
    Secret secret = settings.secret(RiakSettings.PASSWORD);
    if (user == null) {
      if (secret.isSet() || certificate != null) {
        throw RiakSettings.wrong(
            "there is a "
                + (certificate != null ? "certificate" : "password")
                + ", but no 'username'");
      }
      return new Login(null, secret, null, null, null);
    }
    Secret given = secret.or(environment.get(ENVIRONMENT));
    if (!given.isSet() && certificate == null) {
      throw RiakSettings.wrong(
          "no password for '" + user + "': set 'password', 'password-file' or $" + ENVIRONMENT);
    }
    return new Login(user, given, authority, certificate, settings.path(KEY_FILE));
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
    return secret.read();
  }

  /** The authority, or null without TLS. */
  @Nullable KeyStore trusted() {
    return authority == null ? null : PemAuthorities.load("store riak: 'ca-file'", authority);
  }

  @Override
  public String toString() {
    return user == null ? "no user" : "user " + user;
  }
}
