// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.StoreException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-GCM with a random nonce before the text. The additional data binds the text to its key and
 * write, so that nobody can put one document's secret in another's place.
 */
final class Encryption {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private final Keyring keyring;
  private final SecureRandom random = new SecureRandom();

  Encryption(Keyring keyring) {
    this.keyring = keyring;
  }

  int epoch() {
    return keyring.current();
  }

  Bytes encrypt(Bytes plain, byte[] bound) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] text = run(Cipher.ENCRYPT_MODE, keyring.current(), nonce, bound, plain.array(), 0);
    byte[] all = Arrays.copyOf(nonce, NONCE + text.length);
    System.arraycopy(text, 0, all, NONCE, text.length);
    return Bytes.of(all);
  }

  Bytes decrypt(int epoch, Bytes sealed, byte[] bound) {
    byte[] all = sealed.array();
    byte[] nonce = Arrays.copyOf(all, NONCE);
    return Bytes.of(run(Cipher.DECRYPT_MODE, epoch, nonce, bound, all, NONCE));
  }

  private byte[] run(int mode, int epoch, byte[] nonce, byte[] bound, byte[] text, int from) {
    Bytes key = keyring.keys().get(epoch);
    if (key == null) {
      throw new StoreException("The keyring has no key of epoch " + epoch);
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          mode, new SecretKeySpec(key.array(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(bound);
      return cipher.doFinal(text, from, text.length - from);
    } catch (GeneralSecurityException e) {
      throw new StoreException("The key of epoch " + epoch + " does not fit a stored secret", e);
    }
  }
}
