// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static io.bunraku.master.ca.CaException.Kind.INVALID;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * What a certificate request may ask for. The rules and their words are puppetserver's; the limits
 * on keys are ours, since checking a signature by an absurdly large key costs seconds of CPU.
 *
 * @param allowSubjectAltNames whether other names than the subject's may be signed
 * @param allowAuthorizationExtensions whether extensions that authorise may be signed
 */
public record CsrPolicy(boolean allowSubjectAltNames, boolean allowAuthorizationExtensions) {

  private static final int SMALLEST_RSA = 2048;
  private static final int LARGEST_RSA = 8192;
  private static final int LARGEST_EXPONENT = 64;
  private static final int SMALLEST_EC = 256;
  private static final int LARGEST_EC = 521;

  /** What must hold before a request is even kept: what fails here no setting could allow. */
  void checkSubmission(String requested, PKCS10CertificationRequest request) throws CaException {
    SubjectRule.check(requested, commonName(request));
    checkKeySize(publicKey(request));
    checkExtensions(request);
    checkSignature(request);
  }

  /** What must hold before a request is signed, in the order in which puppetserver checks. */
  void checkSigning(PKCS10CertificationRequest request) throws CaException {
    checkAlternativeNames(request);
    checkAuthorization(request);
    checkExtensions(request);
    checkSignature(request);
  }

  /** The common name of a request's subject. */
  static String commonName(PKCS10CertificationRequest request) throws CaException {
    RDN[] names = request.getSubject().getRDNs(BCStyle.CN);
    if (names.length != 1) {
      throw new CaException(INVALID, "The subject of the request must have one common name");
    }
    return IETFUtils.valueToString(names[0].getFirst().getValue());
  }

  /** The public key of a request. */
  static PublicKey publicKey(PKCS10CertificationRequest request) throws CaException {
    try {
      return new JcaPKCS10CertificationRequest(request).getPublicKey();
    } catch (GeneralSecurityException | RuntimeException e) { // the library throws either
      throw new CaException(INVALID, "The public key of the request cannot be read");
    }
  }

  /** The extensions that a request asks for; empty if none. */
  static List<Extension> extensions(PKCS10CertificationRequest request) throws CaException {
    try {
      Extensions requested = request.getRequestedExtensions();
      List<Extension> extensions = new ArrayList<>();
      if (requested != null) {
        for (var oid : requested.getExtensionOIDs()) {
          extensions.add(requested.getExtension(oid));
        }
      }
      return extensions;
    } catch (RuntimeException e) { // malformed ASN.1
      throw new CaException(INVALID, "The extensions of the request cannot be read");
    }
  }

  /** The alternative names of a request, as {@code DNS:name} and {@code IP:address}. */
  static List<GeneralName> alternativeNames(PKCS10CertificationRequest request) throws CaException {
    for (Extension extension : extensions(request)) {
      if (extension.getExtnId().equals(Extension.subjectAlternativeName)) {
        try {
          return List.of(GeneralNames.getInstance(extension.getParsedValue()).getNames());
        } catch (RuntimeException e) { // malformed ASN.1
          throw new CaException(INVALID, "The extensions of the request cannot be read");
        }
      }
    }
    return List.of();
  }

  private static void checkKeySize(PublicKey key) throws CaException {
    boolean fits =
        switch (key) {
          case RSAPublicKey rsa ->
              within(rsa.getModulus().bitLength(), SMALLEST_RSA, LARGEST_RSA)
                  && rsa.getPublicExponent().bitLength() <= LARGEST_EXPONENT;
          case ECPublicKey ec ->
              within(ec.getParams().getOrder().bitLength(), SMALLEST_EC, LARGEST_EC);
          default -> false;
        };
    if (!fits) {
      throw new CaException(
          INVALID,
          "The key of the request is refused: RSA of %d to %d bits or EC of %d to %d bits is taken"
              .formatted(SMALLEST_RSA, LARGEST_RSA, SMALLEST_EC, LARGEST_EC));
    }
  }

  private static boolean within(int bits, int smallest, int largest) {
    return bits >= smallest && bits <= largest;
  }

  private void checkAlternativeNames(PKCS10CertificationRequest request) throws CaException {
    List<GeneralName> names = alternativeNames(request);
    String subject = commonName(request);
    if (!allowSubjectAltNames) {
      checkOnlyOwnName(names, subject);
    }
    for (GeneralName name : names) {
      if (name.getTagNo() != GeneralName.dNSName && name.getTagNo() != GeneralName.iPAddress) {
        throw new CaException(
            INVALID,
            "Only DNS and IP names are allowed in the Subject Alternative Names extension");
      }
      if (AlternativeNames.text(name).contains("*")) {
        throw new CaException(
            INVALID,
            "Cert subjectAltName contains a wildcard, which is not allowed: " + name.getName());
      }
    }
  }

  private static void checkOnlyOwnName(List<GeneralName> names, String subject) throws CaException {
    String own = "DNS:" + subject;
    List<String> others =
        names.stream().map(AlternativeNames::text).filter(name -> !name.equals(own)).toList();
    if (!others.isEmpty() || names.size() > 1) {
      throw new CaException(
          INVALID,
          ("CSR '%s' contains extra subject alternative names (%s), which are disallowed. To allow"
                  + " subject alternative names, set allow-subject-alt-names to true in your"
                  + " ca.conf file. Then restart the puppetserver and try signing this"
                  + " certificate again.")
              .formatted(subject, String.join(", ", others)));
    }
  }

  private void checkAuthorization(PKCS10CertificationRequest request) throws CaException {
    for (Extension extension : extensions(request)) {
      String oid = extension.getExtnId().getId();
      if (!allowAuthorizationExtensions && PuppetOids.isBelow(oid, PuppetOids.AUTHORIZATION)) {
        throw new CaException(
            INVALID,
            ("CSR '%s' contains an authorization extension, which is disallowed. To allow"
                    + " authorization extensions, set allow-authorization-extensions to true in"
                    + " your ca.conf file. Then restart the puppetserver and try signing this"
                    + " certificate again.")
                .formatted(commonName(request)));
      }
    }
  }

  private static void checkExtensions(PKCS10CertificationRequest request) throws CaException {
    String refused =
        extensions(request).stream()
            .map(extension -> extension.getExtnId().getId())
            .filter(oid -> !isPermitted(oid))
            .collect(Collectors.joining(", "));
    if (!refused.isEmpty()) {
      throw new CaException(INVALID, "Found extensions that are not permitted: " + refused);
    }
  }

  private static boolean isPermitted(String oid) {
    return oid.equals(Extension.subjectAlternativeName.getId())
        || PuppetOids.isBelow(oid, PuppetOids.REGISTERED)
        || PuppetOids.isBelow(oid, PuppetOids.PRIVATE)
        || (PuppetOids.isBelow(oid, PuppetOids.AUTHORIZATION) && !oid.equals(PuppetOids.CLI_AUTH));
  }

  private static void checkSignature(PKCS10CertificationRequest request) throws CaException {
    boolean valid;
    try {
      valid =
          request.isSignatureValid(
              new JcaContentVerifierProviderBuilder().build(request.getSubjectPublicKeyInfo()));
    } catch (OperatorCreationException | PKCSException | RuntimeException e) { // bad input
      valid = false;
    }
    if (!valid) {
      throw new CaException(
          INVALID, "CSR contains a public key that does not correspond to the signing key");
    }
  }
}
