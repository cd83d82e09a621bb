// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import io.bunraku.storeconfig.spi.PemAuthorities;
import io.bunraku.storeconfig.spi.PemIdentity;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * TLS towards Cassandra, from PEM files.
 *
 * @param ca whom to trust; null means the JVM's own list
 * @param certificate of this client, with its chain, if Cassandra asks for one
 * @param key of it, PKCS 8
 */
record Tls(
    boolean enabled,
    @Nullable Path ca,
    @Nullable Path certificate,
    @Nullable Path key,
    boolean verifyHostname) {
  static Tls of(StoreSettings s) {
    Tls tls =
        new Tls(
            s.flag("tls", false),
            s.path("tls-ca"),
            s.path("tls-certificate"),
            s.path("tls-key"),
            s.flag("tls-verify-hostname", true));
    if (!tls.enabled && (tls.ca != null || tls.certificate != null || tls.key != null)) {
      throw CassandraSettings.wrong("tls", "must be true where other settings of TLS are given");
    }
    s.together("tls-certificate", "tls-key");
    return tls;
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keys(),
          ca == null ? null : PemAuthorities.trustManagers("store cassandra: 'tls-ca'", ca),
          null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new StoreException("store cassandra: TLS cannot be used: " + e.getMessage(), e);
    }
  }

  private KeyManager @Nullable [] keys() {
    if (certificate == null || key == null) {
      return null;
    }
    try {
      return PemIdentity.keyManagers(certificate, key).getKeyManagers();
    } catch (StoreException e) {
      throw new StoreException("store cassandra: tls-certificate, tls-key: " + e.getMessage(), e);
    }
  }
}
