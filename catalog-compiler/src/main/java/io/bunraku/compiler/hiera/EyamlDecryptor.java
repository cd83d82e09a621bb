// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.loader.VersionFiles;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decrypts what hiera-eyaml has encrypted. Keys are read once for a version of an environment, and
 * a ciphertext is decrypted once for it. Safe for threads.
 */
final class EyamlDecryptor {

  private static final Pattern TOKEN = Pattern.compile("ENC\\[(\\w+,)?([a-zA-Z0-9+/ =\\n]+?)]");
  private static final Pattern NO_BASE64 = Pattern.compile("[^a-zA-Z0-9+/]");

  /** A ciphertext and where its keys are. */
  private record Memo(Pkcs7Keys.Places places, String cipher) {}

  private final Pkcs7Keys keys;
  private final Map<Memo, String> plain = new ConcurrentHashMap<>();

  EyamlDecryptor(VersionFiles files) {
    this.keys = new Pkcs7Keys(files);
  }

  /** Why a text cannot be decrypted. */
  static final class DecryptionException extends Exception {

    DecryptionException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Replaces every {@code ENC[...]} in a text; a line end after the last is taken away.
   *
   * @param options the level's options: {@code pkcs7_private_key}, {@code pkcs7_public_key} ...
   * @throws DecryptionException when that is not possible
   */
  String decrypt(String text, Map<Object, Object> options) throws DecryptionException {
    StringBuilder result = new StringBuilder();
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.find()) {
      result.append(text, end, matcher.start());
      result.append(decrypted(matcher.group(1), matcher.group(2), options));
      end = matcher.end();
    }
    return chomp(result.append(text, end, text.length()).toString());
  }

  private String decrypted(@Nullable String scheme, String cipher, Map<Object, Object> options)
      throws DecryptionException {
    if (scheme != null && !scheme.equalsIgnoreCase("PKCS7,")) {
      throw new RubyArgumentError(
          "cannot load such file -- hiera/backend/eyaml/encryptors/"
              + scheme.substring(0, scheme.length() - 1).toLowerCase(java.util.Locale.ROOT));
    }
    Memo memo = new Memo(Pkcs7Keys.Places.of(options), cipher);
    String known = plain.get(memo);
    if (known == null) {
      byte[] bytes = keys.decrypt(memo.places(), base64(cipher));
      known = new String(bytes, StandardCharsets.UTF_8);
      plain.put(memo, known);
    }
    return known;
  }

  /** Ruby's lenient reading: what is no character of the alphabet is passed over. */
  private static byte[] base64(String text) {
    int padding = text.indexOf('=');
    String digits =
        NO_BASE64.matcher(padding < 0 ? text : text.substring(0, padding)).replaceAll("");
    int whole = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
    return Base64.getDecoder().decode(digits.substring(0, whole));
  }

  private static String chomp(String text) {
    int end = text.length();
    if (text.endsWith("\r\n")) {
      end -= 2;
    } else if (text.endsWith("\n") || text.endsWith("\r")) {
      end--;
    }
    return text.substring(0, end);
  }
}
