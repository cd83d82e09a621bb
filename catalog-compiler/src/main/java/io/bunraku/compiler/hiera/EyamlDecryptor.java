// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.Map;

/** Decrypts what hiera-eyaml has encrypted; who has the keys gives one to the compiler. */
public interface EyamlDecryptor {

  /** Knows no key. */
  EyamlDecryptor NONE =
      (text, options) -> {
        throw new DecryptionException("no decryption is configured");
      };

  /**
   * Replaces every {@code ENC[...]} in a text.
   *
   * @param options the level's options: {@code pkcs7_private_key}, {@code pkcs7_public_key} ...
   * @throws DecryptionException when that is not possible
   */
  String decrypt(String text, Map<Object, Object> options) throws DecryptionException;

  /** Why a text cannot be decrypted. */
  final class DecryptionException extends Exception {

    /** Creates the error. */
    public DecryptionException(String message) {
      super(message);
    }
  }
}
