// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;

/**
 * The certificate and key by which a master shows itself to a server of a store, from PEM files:
 * what plug-ins need whose driver takes a key store.
 */
public final class PemIdentity {
  /** Of the key store, which is only ever in memory. */
  public static final String PASSWORD = "";

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);

  private PemIdentity() {}

  /**
   * Reads both files.
   *
   * @param certificate with those of its issuers after it, if the server needs them
   * @param key PKCS 8, RSA or EC, not encrypted
   * @return a key store with one entry, whose password is {@link #PASSWORD}
   * @throws StoreException in one line, without a prefix that says which store it is about
   */
  public static KeyStore load(Path certificate, Path key) {
    try {
      Certificate[] chain = chain(certificate);
      PrivateKey secret = key(key, chain[0].getPublicKey().getAlgorithm());
      if (!fit(secret, chain[0].getPublicKey())) {
        throw new StoreException(key + " is not the key of the certificate in " + certificate);
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("master", secret, PASSWORD.toCharArray(), chain);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      throw new StoreException(
          certificate
              + " or "
              + key
              + " cannot be used: "
              + e.getClass().getSimpleName()
              + " "
              + e.getMessage(),
          e);
    }
  }

  /** The same, for drivers that take an {@link javax.net.ssl.SSLContext}. */
  public static KeyManagerFactory keyManagers(Path certificate, Path key) {
    try {
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(load(certificate, key), PASSWORD.toCharArray());
      return factory;
    } catch (GeneralSecurityException e) {
      throw new StoreException(key + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (all.isEmpty()) {
        throw new StoreException(file + " has no certificate in PEM");
      }
      return all.toArray(Certificate[]::new);
    }
  }

  private static PrivateKey key(Path file, String algorithm)
      throws IOException, GeneralSecurityException {
    String pem = Files.readString(file, StandardCharsets.ISO_8859_1);
    Matcher found = KEY.matcher(pem);
    if (!found.find()) {
      throw new StoreException(
          file
              + (pem.contains("ENCRYPTED") ? " is encrypted" : " has no key in PKCS 8")
              + ": openssl pkcs8 -topk8 -nocrypt -in "
              + file
              + " makes one that can be used");
    }
    byte[] encoded = Base64.getMimeDecoder().decode(found.group(1));
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  private static boolean fit(PrivateKey secret, PublicKey known) throws GeneralSecurityException {
    String algorithm =
        switch (known.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> known.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(secret);
      signature.update((byte) 42);
      byte[] signed = signature.sign();
      signature.initVerify(known);
      signature.update((byte) 42);
      return signature.verify(signed);
    } catch (InvalidKeyException e) {
      return false;
    }
  }
}
