// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static io.bunraku.master.ca.CaException.Kind.INVALID;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;

/** Certificates, requests, lists and keys as text (RFC 7468). */
public final class Pem {

  private Pem() {}

  /** Writes a certificate. */
  public static String of(X509Certificate certificate) {
    try {
      return write("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate does not encode", e);
    }
  }

  /** Writes a revocation list. */
  public static String of(X509CRL crl) {
    try {
      return write("X509 CRL", crl.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A CRL does not encode", e);
    }
  }

  /** Writes a request. */
  public static String of(PKCS10CertificationRequest request) {
    try {
      return write("CERTIFICATE REQUEST", request.getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a private key in the clear (PKCS 8). */
  public static String of(PrivateKey key) {
    return write("PRIVATE KEY", key.getEncoded());
  }

  /**
   * Reads a request.
   *
   * @throws CaException if the text is not one request
   */
  public static PKCS10CertificationRequest request(String pem) throws CaException {
    if (firstObject(pem) instanceof PKCS10CertificationRequest request) {
      return request;
    }
    throw new CaException(INVALID, "The request body is not a PEM encoded certificate request");
  }

  /** Reads one private key, PKCS 8 or the older form. */
  public static PrivateKey privateKey(String pem) throws CaException {
    try {
      JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
      return switch (firstObject(pem)) {
        case PrivateKeyInfo info -> converter.getPrivateKey(info);
        case PEMKeyPair pair -> converter.getKeyPair(pair).getPrivate();
        case null, default -> throw new CaException(INVALID, "Not a PEM encoded private key");
      };
    } catch (IOException e) {
      throw new CaException(INVALID, "Not a PEM encoded private key: " + e.getMessage());
    }
  }

  /** Reads all certificates of a text, in order. */
  public static List<X509Certificate> certificates(String pem) throws CaException {
    try {
      return CertificateFactory.getInstance("X.509").generateCertificates(stream(pem)).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (GeneralSecurityException e) {
      throw new CaException(INVALID, "Not PEM encoded certificates: " + e.getMessage());
    }
  }

  /** Reads one certificate. */
  public static X509Certificate certificate(String pem) throws CaException {
    List<X509Certificate> all = certificates(pem);
    if (all.isEmpty()) {
      throw new CaException(INVALID, "Not a PEM encoded certificate");
    }
    return all.getFirst();
  }

  /** Reads all revocation lists of a text, in order. */
  public static List<X509CRL> crls(String pem) throws CaException {
    try {
      List<X509CRL> lists = new ArrayList<>();
      CertificateFactory.getInstance("X.509")
          .generateCRLs(stream(pem))
          .forEach(crl -> lists.add((X509CRL) crl));
      return lists;
    } catch (GeneralSecurityException e) {
      throw new CaException(INVALID, "Not PEM encoded CRLs: " + e.getMessage());
    }
  }

  private static ByteArrayInputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }

  private static @Nullable Object firstObject(String pem) throws CaException {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      return parser.readObject();
    } catch (IOException | RuntimeException e) { // the parser throws either on bad input
      throw new CaException(INVALID, "Not PEM: " + e.getMessage());
    }
  }

  static String write(String type, byte[] content) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(type, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
