// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static io.bunraku.master.ca.CaException.Kind.INVALID;

import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.SecureRandom;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/**
 * Private keys at rest: PKCS 8 encrypted with AES-256 under a passphrase (PBKDF2), which {@code
 * openssl pkey} reads too.
 */
final class KeyCipher {

  private static final int ITERATIONS = 100_000;

  private KeyCipher() {}

  /** Encrypts a key. */
  static String encrypt(PrivateKey key, String passphrase, SecureRandom random) {
    try {
      var encryptor =
          new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
              .setProvider(new BouncyCastleProvider())
              .setRandom(random)
              .setIterationCount(ITERATIONS)
              .setPassword(passphrase.toCharArray())
              .build();
      var object = new JcaPKCS8Generator(key, encryptor).generate();
      return Pem.write(object.getType(), object.getContent());
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException("The key of the CA cannot be encrypted", e);
    }
  }

  /**
   * Decrypts a key.
   *
   * @throws CaException if the passphrase is not the right one
   */
  static PrivateKey decrypt(String pem, String passphrase) throws CaException {
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      if (parser.readObject() instanceof PKCS8EncryptedPrivateKeyInfo info) {
        var decryptor =
            new JceOpenSSLPKCS8DecryptorProviderBuilder()
                .setProvider(new BouncyCastleProvider())
                .build(passphrase.toCharArray());
        return new JcaPEMKeyConverter().getPrivateKey(info.decryptPrivateKeyInfo(decryptor));
      }
      throw new CaException(INVALID, "The key of the CA in the store is not an encrypted key");
    } catch (IOException | OperatorCreationException | PKCSException e) {
      throw new CaException(INVALID, "The passphrase does not open the key of the CA");
    }
  }
}
