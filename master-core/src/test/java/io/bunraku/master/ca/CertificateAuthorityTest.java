// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {

  @TempDir static Path directory;
  private static StoreConfigs store;
  private static KeyPair keys;
  private static CertificateAuthority authority;

  @BeforeAll
  static void establish() throws CaException {
    store =
        StoreConfigs.open(
            StoreOptions.of(
                "local", Map.of("path", directory.resolve("store.db").toString()), "m1"));
    keys = Requests.rsa(2048);
    authority = authority(new Autosigner.Never());
    assertThat(authority.isEstablished()).isFalse();
    authority.establish();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void aNewAuthorityIsARootAndAnIntermediateWithTheirLists() throws Exception {
    List<X509Certificate> chain = authority.authorities();
    assertThat(chain).hasSize(2);
    chain.getFirst().verify(chain.getLast().getPublicKey());
    chain.getLast().verify(chain.getLast().getPublicKey());
    List<X509CRL> lists = Pem.crls(authority.revocationList());
    assertThat(lists).hasSize(2);
    lists.getFirst().verify(chain.getFirst().getPublicKey());
    lists.getLast().verify(chain.getLast().getPublicKey());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("ca.passphrase"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aRequestWaitsIsSignedRenewedAndRevoked() throws Exception {
    String name = "life.example.com";
    submit(name);
    assertThat(authority.certificate(name)).isEmpty();
    assertThat(authority.status(name).orElseThrow().state())
        .isEqualTo(CertificateStatus.State.REQUESTED);
    assertThatThrownBy(() -> submit(name))
        .hasMessage(name + " already has a requested certificate; ignoring certificate request");

    authority.sign(name, null);
    X509Certificate signed = Pem.certificate(authority.certificate(name).orElseThrow());
    signed.verify(authority.authorities().getFirst().getPublicKey());
    assertThat(signed.getSubjectAlternativeNames()).containsExactly(List.of(2, name));
    assertThat(signed.getPublicKey()).isEqualTo(keys.getPublic());
    assertThatThrownBy(() -> submit(name))
        .hasMessage(name + " already has a signed certificate; ignoring certificate request");

    X509Certificate renewed = Pem.certificate(authority.renew(signed));
    assertThat(renewed.getPublicKey()).isEqualTo(signed.getPublicKey());
    assertThat(renewed.getSerialNumber()).isNotEqualTo(signed.getSerialNumber());

    authority.revoke(name);
    assertThat(authority.isRevoked(signed)).isTrue();
    assertThat(authority.isRevoked(renewed)).isTrue();
    X509CRL list = Pem.crls(authority.revocationList()).getFirst();
    assertThat(list.isRevoked(signed)).isTrue();
    assertThat(list.isRevoked(renewed)).isTrue();
    assertThatThrownBy(() -> submit(name))
        .hasMessage(name + " already has a revoked certificate; ignoring certificate request");

    authority.clean(name);
    assertThat(authority.status(name)).isEmpty();
    submit(name);
    assertThat(authority.isRevoked(signed)).isTrue();
  }

  @Test
  void autosignSignsAtOnce() throws CaException {
    String name = "auto.example.com";
    authority(new Autosigner.Always()).submit(name, Pem.of(Requests.of(name, keys)));
    assertThat(authority.certificate(name)).isPresent();
  }

  @Test
  void anotherMasterOpensTheSameAuthority() throws CaException {
    CertificateAuthority other = authority(new Autosigner.Never());
    other.establish();
    assertThat(other.bundle()).isEqualTo(authority.bundle());
    submit("other.example.com");
    other.sign("other.example.com", null);
    assertThat(authority.certificate("other.example.com")).isPresent();
  }

  @Test
  void withoutThePassphraseNothingIsSigned() throws CaException {
    submit("locked.example.com");
    CertificateAuthority locked =
        new CertificateAuthority(
            store.ca(),
            settings(new Autosigner.Never()),
            new Passphrase(directory.resolve("elsewhere"), Map.of()),
            Clock.systemUTC());
    assertThatThrownBy(() -> locked.sign("locked.example.com", null))
        .hasMessageStartingWith("No passphrase for the key of the CA");
  }

  @Test
  void aMasterMayAdministerAndARequestMayNot() throws CaException {
    CertificateAuthority.Generated made =
        authority.generate("master.example.com", List.of("puppet", "IP:192.0.2.1"), true);
    X509Certificate certificate = Pem.certificate(made.certificate());
    assertThat(HostExtensions.trusted(certificate)).containsEntry("pp_cli_auth", "true");
    assertThat(authority.status("master.example.com").orElseThrow().altNames())
        .containsExactly("DNS:master.example.com", "DNS:puppet", "IP:192.0.2.1");
    assertThat(Pem.privateKey(made.privateKey()).getAlgorithm()).isEqualTo("RSA");
  }

  private static void submit(String name) throws CaException {
    authority.submit(name, Pem.of(Requests.of(name, keys)));
  }

  private static CertificateAuthority authority(Autosigner autosigner) {
    return new CertificateAuthority(
        store.ca(),
        settings(autosigner),
        new Passphrase(directory.resolve("ca.passphrase"), Map.of()),
        Clock.systemUTC());
  }

  private static CaSettings settings(Autosigner autosigner) {
    CaSettings defaults = CaSettings.defaults("m1");
    return new CaSettings(
        defaults.name(), defaults.ttl(), defaults.crlTtl(), 2048, defaults.policy(), autosigner);
  }
}
