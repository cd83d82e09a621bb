// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plug-ins read their settings with. */
class StoreSettingsTest {
  @TempDir Path dir;

  private static StoreSettings of(Map<String, String> values) {
    return new StoreSettings("x", values);
  }

  @Test
  void choicesAndNumbersHaveDefaultsAndBounds() {
    assertThat(of(Map.of()).flag("a", true)).isTrue();
    assertThat(of(Map.of("a", " false ")).flag("a", true)).isFalse();
    assertThatThrownBy(() -> of(Map.of("a", "on")).flag("a", true))
        .isInstanceOf(StoreException.class)
        .hasMessage("store x: 'a' is 'on', it must be true or false");
    assertThat(of(Map.of()).between("n", 7, 1, 9)).isEqualTo(7);
    assertThat(of(Map.of("n", "9")).between("n", 7, 1, 9)).isEqualTo(9);
    assertThatThrownBy(() -> of(Map.of("n", "10")).between("n", 7, 1, 9))
        .hasMessage("store x: 'n' is 10, it must be 1 to 9");
  }

  @ParameterizedTest
  @CsvSource({
    "a, a:7",
    "a:1, a:1",
    "10.0.0.1:65535, 10.0.0.1:65535",
    "::1, ::1:7",
    "fe80::1:22, fe80::1:22:7",
    "[::1], ::1:7",
    "[::1]:2, ::1:2"
  })
  void addressesMayHavePorts(String given, String expected) {
    assertThat(of(Map.of("servers", given)).addresses("servers", "", 7))
        .map(ServerAddress::toString)
        .containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"a:b", "a:0", "a:65536", "[]:1", ":1"})
  void whatIsNoAddressIsNamed(String given) {
    assertThatThrownBy(() -> of(Map.of("servers", given)).addresses("servers", "", 7))
        .hasMessage("store x: 'servers' has '" + given + "', which is not host:port");
  }

  @Test
  void addressesArePartedByCommasOrBlanks() {
    assertThat(of(Map.of("servers", "a, b c:2,,d ")).addresses("servers", "", 7)).hasSize(4);
    assertThat(of(Map.of()).addresses("servers", "localhost", 7)).hasSize(1);
    assertThatThrownBy(() -> of(Map.of("servers", " , ")).addresses("servers", "", 7))
        .hasMessageContaining("'servers' is empty");
  }

  @Test
  void aSecretIsGivenOrInAFileAndNeverShown() throws IOException {
    Path file = Files.writeString(dir.resolve("p"), "hunter2\n\n");
    Secret inFile = of(Map.of("password-file", file.toString())).secret("password");
    assertThat(inFile.read()).isEqualTo("hunter2");
    Files.writeString(file, "hunter3\n");
    assertThat(inFile.read()).as("read anew").isEqualTo("hunter3");
    Secret given = of(Map.of("password", "hunter2")).secret("password");
    assertThat(given.read()).isEqualTo("hunter2");
    assertThat(inFile + " " + given).doesNotContain("hunter");
    Secret none = of(Map.of()).secret("password");
    assertThat(none.isSet()).isFalse();
    assertThat(none.read()).isEmpty();
    assertThat(none.or("of the environment").read()).isEqualTo("of the environment");
    assertThat(given.or("of the environment").read()).isEqualTo("hunter2");
  }

  @Test
  void mistakesOfSecretsAreOneLine() {
    assertThatThrownBy(() -> of(Map.of("p", "a", "p-file", "/b")).secret("p"))
        .hasMessage("store x: 'p' and 'p-file' are both set: keep one");
    assertThatThrownBy(() -> of(Map.of("p-file", "/no/where")).secret("p").read())
        .hasMessage("store x: 'p-file' /no/where cannot be read: NoSuchFileException /no/where");
  }

  @Test
  void whatGoesTogetherIsSetTogether() {
    of(Map.of()).together("c", "k");
    of(Map.of("c", "1", "k", "2")).together("c", "k");
    assertThatThrownBy(() -> of(Map.of("k", "2")).together("c", "k"))
        .hasMessage("store x: 'c' and 'k' are only of use together");
  }

  @Test
  void authoritiesComeFromAFile() throws IOException {
    String what = "store x: 'ca-file'";
    assertThatThrownBy(() -> PemAuthorities.load(what, Path.of("/no/ca.pem")))
        .hasMessage("store x: 'ca-file' /no/ca.pem cannot be read: NoSuchFileException /no/ca.pem");
    Path empty = Files.writeString(dir.resolve("empty.pem"), "");
    assertThatThrownBy(() -> PemAuthorities.trustManagers(what, empty))
        .hasMessage("store x: 'ca-file' " + empty + " has no certificate in PEM");
  }

  @Test
  void healthIsAskedAndTimed() {
    assertThat(Health.of(() -> "well").up()).isTrue();
    Health ill =
        Health.of(() -> {
          throw new StoreUnavailableException("store x: away\n  at line two");
        });
    assertThat(ill.up()).isFalse();
    assertThat(ill.detail()).isEqualTo("store x: away");
  }
}
