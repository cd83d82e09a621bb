// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.PrivateKey;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeyCipherTest {

  @Test
  void opensWithTheRightPassphraseOnly() throws CaException {
    PrivateKey key = Requests.rsa(2048).getPrivate();
    String pem = KeyCipher.encrypt(key, "right", new SecureRandom());
    assertThat(pem).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    assertThat(KeyCipher.decrypt(pem, "right")).isEqualTo(key);
    assertThatThrownBy(() -> KeyCipher.decrypt(pem, "wrong"))
        .hasMessage("The passphrase does not open the key of the CA");
  }
}
