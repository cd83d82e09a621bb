// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityResolverTest {

  private final IdentityResolver resolver =
      new IdentityResolver(AddressBlocks.parse(List.of("10.1.0.0/16", "::1")), c -> false);

  private ClientIdentity resolve(String address, Map<String, String> headers) throws Exception {
    return resolver.resolve(InetAddress.getByName(address), null, headers::get);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"CN=web1.example.com", "/CN=web1.example.com", "OU=x,CN=web1.example.com,O=y"})
  void aTrustedBalancerTellsTheName(String dn) throws Exception {
    ClientIdentity who =
        resolve("10.1.2.3", Map.of("X-Client-Verify", "SUCCESS", "X-Client-DN", dn));
    assertThat(who.name()).isEqualTo("web1.example.com");
    assertThat(who.authenticated()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.2.0.1", "127.0.0.1", "::2"})
  void headersOfOthersAreIgnored(String address) throws Exception {
    ClientIdentity who =
        resolve(address, Map.of("X-Client-Verify", "SUCCESS", "X-Client-DN", "CN=web1"));
    assertThat(who.authenticated()).isFalse();
  }

  @Test
  void onlySuccessIsSuccess() throws Exception {
    assertThat(resolve("::1", Map.of("X-Client-Verify", "NONE", "X-Client-DN", "CN=a")).name())
        .isNull();
    assertThat(resolve("::1", Map.of("X-Client-DN", "CN=a")).name()).isNull();
    assertThat(resolve("::1", Map.of("X-Client-Verify", "SUCCESS")).name()).isNull();
  }

  @Test
  void aNameThatIsNoneIsABadRequest() {
    assertThatThrownBy(
            () -> resolve("::1", Map.of("X-Client-Verify", "SUCCESS", "X-Client-DN", "nonsense")))
        .isInstanceOf(HttpError.class)
        .extracting(e -> ((HttpError) e).status())
        .isEqualTo(400);
    assertThatThrownBy(() ->
            resolve(
                "::1",
                Map.of(
                    "X-Client-Verify", "SUCCESS",
                    "X-Client-DN", "CN=a",
                    "X-Client-Cert", "-----BEGIN%20CERTIFICATE-----junk")))
        .isInstanceOf(HttpError.class);
  }

  @Test
  void blocksAreAddressesAndNeverNames() {
    assertThatThrownBy(() -> AddressBlocks.parse(List.of("localhost/8")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AddressBlocks.parse(List.of("10.0.0.0/33")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
