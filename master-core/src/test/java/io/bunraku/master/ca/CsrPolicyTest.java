// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsrPolicyTest {

  private static final CsrPolicy STRICT = new CsrPolicy(false, false);
  private static final CsrPolicy LENIENT = new CsrPolicy(true, true);
  private static final String NAME = "a.example.com";
  private static KeyPair keys;

  @BeforeAll
  static void makeKeys() {
    keys = Requests.rsa(2048);
  }

  @Test
  void acceptsAnOrdinaryRequest() {
    assertThatCode(
            () -> {
              PKCS10CertificationRequest request =
                  Requests.of(NAME, keys, List.of(NAME), Map.of("1.3.6.1.4.1.34380.1.1.13", "web"));
              STRICT.checkSubmission(NAME, request);
              STRICT.checkSigning(request);
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "b.example.com, a.example.com, Instance name \"a.example.com\" does not match requested key"
        + " \"b.example.com\"",
    "A.example.com, A.example.com, Certificate names must be lower case.",
    "*.example.com, *.example.com, 'Subject contains a wildcard, which is not allowed:"
        + " *.example.com'",
    "a.example.com-, a.example.com-, Subject hostname format is invalid",
    ".example.com, .example.com, Subject hostname format is invalid",
    "a/../b, a/../b, Subject hostname format is invalid",
    "a b, a b, Subject hostname format is invalid",
  })
  void refusesNames(String requested, String name, String message) {
    assertThatThrownBy(() -> STRICT.checkSubmission(requested, Requests.of(name, keys)))
        .isInstanceOf(CaException.class)
        .hasMessage(message);
  }

  @Test
  void refusesSmallKeys() {
    PKCS10CertificationRequest request = Requests.of(NAME, Requests.rsa(1024));
    assertThatThrownBy(() -> STRICT.checkSubmission(NAME, request))
        .hasMessageStartingWith("The key of the request is refused");
  }

  @Test
  void refusesOtherAlternativeNamesUnlessAllowed() {
    PKCS10CertificationRequest request = Requests.of(NAME, keys, List.of(NAME, "puppet"), Map.of());
    assertThatThrownBy(() -> STRICT.checkSigning(request))
        .hasMessageStartingWith(
            "CSR 'a.example.com' contains extra subject alternative names (DNS:puppet), which are"
                + " disallowed.");
    assertThatCode(() -> LENIENT.checkSigning(request)).doesNotThrowAnyException();
  }

  @Test
  void refusesWildcardAlternativeNamesAlways() {
    PKCS10CertificationRequest request =
        Requests.of(NAME, keys, List.of(NAME, "*.example.com"), Map.of());
    assertThatThrownBy(() -> LENIENT.checkSigning(request))
        .hasMessage("Cert subjectAltName contains a wildcard, which is not allowed: *.example.com");
  }

  @Test
  void refusesAuthorizationUnlessAllowed() {
    PKCS10CertificationRequest request =
        Requests.of(NAME, keys, List.of(), Map.of("1.3.6.1.4.1.34380.1.3.1", "true"));
    assertThatThrownBy(() -> STRICT.checkSigning(request))
        .hasMessageStartingWith(
            "CSR 'a.example.com' contains an authorization extension, which is disallowed.");
    assertThatCode(() -> LENIENT.checkSigning(request)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"1.3.6.1.4.1.34380.1.3.39", "2.5.29.19", "1.2.3.4"})
  void refusesForbiddenExtensionsAlways(String oid) {
    PKCS10CertificationRequest request = Requests.of(NAME, keys, List.of(), Map.of(oid, "true"));
    assertThatThrownBy(() -> LENIENT.checkSigning(request))
        .hasMessage("Found extensions that are not permitted: " + oid);
  }

  @Test
  void refusesWhatIsNotARequest() {
    assertThatThrownBy(() -> Pem.request("hello")).isInstanceOf(CaException.class);
    assertThatThrownBy(() ->
            Pem.request(
                "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n"
                    + "-----END CERTIFICATE REQUEST-----\n"))
        .isInstanceOf(CaException.class);
  }
}
