// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static io.bunraku.master.ca.CaException.Kind.INVALID;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This master's own key and certificate, in the ssldir as Puppet lays it out. A master that has
 * none gets them from the CA, whose key it can open; so a machine that comes up anew needs no step.
 *
 * @param privateKey of the certificate
 * @param certificate signed by our CA
 */
public record HostCertificate(PrivateKey privateKey, X509Certificate certificate) {

  private static final Logger LOG = LoggerFactory.getLogger(HostCertificate.class);
  private static final String DEFAULT_ALT_NAME = "puppet"; // what agents ask for by default

  /**
   * Reads the certificate, or makes it.
   *
   * @param ssldir holds {@code certs/}, {@code private_keys/} and copies of CA bundle and CRL
   * @param certname this master's name
   * @param altNames further names that agents know it by
   * @param ca the authority, established
   */
  public static HostCertificate obtain(
      Path ssldir, String certname, List<String> altNames, CertificateAuthority ca)
      throws CaException {
    Path keyFile = ssldir.resolve("private_keys").resolve(certname + ".pem");
    Path certificateFile = ssldir.resolve("certs").resolve(certname + ".pem");
    try {
      PemFiles.writePublic(ssldir.resolve("certs").resolve("ca.pem"), ca.bundle());
      PemFiles.writePublic(ssldir.resolve("crl.pem"), ca.revocationList());
      if (Files.exists(keyFile) && Files.exists(certificateFile)) {
        return readOurs(keyFile, certificateFile, ca);
      }
      return make(keyFile, certificateFile, certname, altNames, ca);
    } catch (IOException e) {
      throw new CaException(INVALID, "Cannot use the ssldir " + ssldir + ": " + e.getMessage());
    }
  }

  /** Agents would refuse a certificate that another CA has signed, or one that is revoked. */
  private static HostCertificate readOurs(
      Path keyFile, Path certificateFile, CertificateAuthority ca) throws IOException, CaException {
    HostCertificate host = read(keyFile, certificateFile);
    boolean ours = false;
    for (X509Certificate authority : ca.authorities()) {
      ours |= isSignedBy(host.certificate(), authority);
    }
    if (!ours || ca.isRevoked(host.certificate())) {
      throw new CaException(
          INVALID,
          "%s is %s; remove it and %s, and this master makes itself a new one"
              .formatted(
                  certificateFile,
                  ours ? "revoked" : "not signed by the CA in the store",
                  keyFile));
    }
    return host;
  }

  private static boolean isSignedBy(X509Certificate certificate, X509Certificate authority) {
    try {
      certificate.verify(authority.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static HostCertificate read(Path keyFile, Path certificateFile)
      throws IOException, CaException {
    X509Certificate certificate = Pem.certificate(Files.readString(certificateFile));
    return new HostCertificate(Pem.privateKey(Files.readString(keyFile)), certificate);
  }

  private static HostCertificate make(
      Path keyFile,
      Path certificateFile,
      String certname,
      List<String> altNames,
      CertificateAuthority ca)
      throws IOException, CaException {
    List<String> names = new ArrayList<>(altNames);
    names.add(DEFAULT_ALT_NAME);
    CertificateAuthority.Generated made = ca.generate(certname, names, true);
    PemFiles.writeSecret(keyFile, made.privateKey());
    PemFiles.writePublic(certificateFile, made.certificate());
    LOG.info("Made the certificate of this master, {}", certname);
    return read(keyFile, certificateFile);
  }
}
