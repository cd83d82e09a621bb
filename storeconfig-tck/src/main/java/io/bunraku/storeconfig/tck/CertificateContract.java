// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static io.bunraku.storeconfig.tck.Samples.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.model.Authority;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.CertificateRequest;
import io.bunraku.storeconfig.model.Crl;
import io.bunraku.storeconfig.model.IssuedCertificate;
import io.bunraku.storeconfig.model.Revocation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The certificate authority over the backend, with two masters on one store. */
public abstract class CertificateContract extends TwoMasters {

  private static IssuedCertificate certificate(String node, long serial, long issued) {
    return new IssuedCertificate(
        node(node), BigInteger.valueOf(serial), "pem " + serial, issued, issued + 1000);
  }

  @Test
  void law2_oneAuthorityStands() {
    Authority first = new Authority(1, "first", Bytes.utf8("key"));
    assertThat(one.ca().establish(first)).isEqualTo(first);
    assertThat(two.ca().establish(new Authority(1, "second", Bytes.utf8("key2")))).isEqualTo(first);
    Authority next = new Authority(2, "next", Bytes.utf8("key3"));
    assertThat(two.ca().establish(next)).isEqualTo(next);
    assertThat(one.ca().authority()).contains(next);
  }

  @Test
  void law2_theFirstRequestWaitsUntilItIsAnswered() {
    CertificateRequest first = new CertificateRequest(node("a"), "first", 10);
    assertThat(one.ca().submit(first)).isEqualTo(first);
    assertThat(two.ca().submit(new CertificateRequest(node("a"), "second", 20))).isEqualTo(first);
    assertThat(two.ca().requests()).containsExactly(first);
    assertThat(two.ca().removeRequest(node("a"))).isTrue();
    assertThat(one.ca().removeRequest(node("a"))).isFalse();
    assertThat(one.ca().request(node("a"))).isEmpty();
    assertThat(one.ca().submit(new CertificateRequest(node("a"), "third", 5)).pem())
        .isEqualTo("third");
  }

  @Test
  void law2_oneCertificateIsCurrent() {
    one.ca().submit(new CertificateRequest(node("a"), "csr", 10));
    IssuedCertificate first = certificate("a", 1, 100);
    assertThat(one.ca().issue(first)).isEqualTo(first);
    assertThat(two.ca().issue(certificate("a", 2, 200))).isEqualTo(first);
    assertThat(one.ca().requests()).isEmpty();
    IssuedCertificate renewed = certificate("a", 3, 300);
    assertThat(two.ca().renew(renewed, BigInteger.ONE)).isEqualTo(renewed);
    assertThat(one.ca().renew(certificate("a", 4, 400), BigInteger.ONE)).isEqualTo(renewed);
    assertThat(one.ca().certificates()).containsExactly(renewed);
    assertThat(one.ca().issuedTo(node("a"))).contains(renewed, first);
    assertThat(two.ca().clean(node("a"))).contains(renewed);
    assertThat(one.ca().certificate(node("a"))).isEmpty();
    IssuedCertificate again = certificate("a", 5, 500);
    assertThat(one.ca().issue(again)).isEqualTo(again);
  }

  @Test
  void law2_mastersThatSignAtOnceAgreeOnOne() {
    List<IssuedCertificate> told = Collections.synchronizedList(new ArrayList<>());
    inParallel(
        List.of(one, two),
        stores -> {
          int serial = stores.hashCode();
          stores.ca().issue(certificate("a", serial, 100));
        });
    quiesce();
    told.add(one.ca().certificate(node("a")).orElseThrow());
    told.add(two.ca().certificate(node("a")).orElseThrow());
    assertThat(told.get(0)).isEqualTo(told.get(1));
  }

  @Test
  void law2_revokedStaysRevoked() {
    inParallel(
        List.of(one, two),
        stores ->
            IntStream.range(0, 10)
                .mapToObj(i -> BigInteger.valueOf(i + (stores.equals(one) ? 0L : 5L)))
                .forEach(s -> stores.ca().revoke(List.of(new Revocation(s, 50, 1)))));
    one.ca().revoke(List.of(new Revocation(BigInteger.ONE, 99, 0)));
    assertThat(two.ca().revocations()).hasSize(15);
    assertThat(two.ca().revocations().get(BigInteger.ONE))
        .isEqualTo(new Revocation(BigInteger.ONE, 50, 1));
  }

  @Test
  void law2_aRevocationListOnlyGoesForward() {
    assertThat(one.ca().publish(new Crl(1, "one"))).isTrue();
    assertThat(two.ca().publish(new Crl(3, "three"))).isTrue();
    assertThat(one.ca().publish(new Crl(2, "two"))).isFalse();
    assertThat(one.ca().crl()).contains(new Crl(3, "three"));
  }
}
