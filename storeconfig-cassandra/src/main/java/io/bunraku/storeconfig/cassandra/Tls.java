// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

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
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
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
  private static final char[] NO_PASSWORD = new char[0];

  static Tls of(StoreSettings s) {
    Tls tls =
        new Tls(
            CassandraSettings.flag(s, "tls", false),
            CassandraSettings.path(s, "tls-ca"),
            CassandraSettings.path(s, "tls-certificate"),
            CassandraSettings.path(s, "tls-key"),
            CassandraSettings.flag(s, "tls-verify-hostname", true));
    if (!tls.enabled && (tls.ca != null || tls.certificate != null || tls.key != null)) {
      throw CassandraSettings.wrong("tls", "must be true where other settings of TLS are given");
    }
    if ((tls.certificate == null) != (tls.key == null)) {
      throw CassandraSettings.wrong("tls-certificate", "and 'tls-key' are only of use together");
    }
    return tls;
  }

  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(), trust(), null);
      return context;
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new StoreException(
          "store cassandra: the file of tls-ca is of no use: "
              + e.getClass().getSimpleName()
              + " "
              + e.getMessage(),
          e);
    }
  }

  private TrustManager @Nullable [] trust() throws GeneralSecurityException, IOException {
    if (ca == null) {
      return null;
    }
    KeyStore store = emptyStore();
    int n = 0;
    for (Certificate trusted : certificates(ca)) {
      store.setCertificateEntry("ca" + n++, trusted);
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
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

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static List<Certificate> certificates(Path file)
      throws GeneralSecurityException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
    }
  }
}
