// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** The authorities whose signature a server of a store has to show, from a PEM file. */
public final class PemAuthorities {
  private PemAuthorities() {}

  /**
   * Reads them.
   *
   * @param what begins the message if they are of no use: {@code store s3: 'ca-file'}
   * @throws StoreException in one line
   */
  public static KeyStore load(String what, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority" + store.size(), authority);
      }
      if (store.size() == 0) {
        throw new StoreException(what + " " + file + " has no certificate in PEM");
      }
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new StoreException(
          "%s %s cannot be read: %s %s"
              .formatted(what, file, e.getClass().getSimpleName(), e.getMessage()),
          e);
    }
  }

  /** The same, for drivers that take an {@link javax.net.ssl.SSLContext}. */
  public static TrustManager[] trustManagers(String what, Path file) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(load(what, file));
      return factory.getTrustManagers();
    } catch (GeneralSecurityException e) {
      throw new StoreException(what + " " + file + " cannot be used: " + e.getMessage(), e);
    }
  }
}
