// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The function {@code eyaml_lookup_key}: YAML of which some strings are encrypted. */
final class EyamlReader {

  static final String FUNCTION = "eyaml_lookup_key";

  private static final Pattern ENCRYPTED = Pattern.compile("ENC\\[.*?\\]");

  private final HieraData data;
  private final Interpolator interpolator;

  EyamlReader(HieraData data) {
    this.data = data;
    this.interpolator = new Interpolator(data);
  }

  /**
   * The value of a key, decrypted and interpolated.
   *
   * @throws NoSuchKey when the file does not have it
   */
  Object value(
      String key,
      Map<Object, Object> options,
      @Nullable ResolvedLocation location,
      Invocation invocation) {
    if (location == null || location.file() == null) {
      throw new RubyArgumentError(
          "'eyaml_lookup_key': one of 'path', 'paths' 'glob', 'globs' or 'mapped_paths' must be declared in hiera.yaml when using this lookup_key function");
    }
    DataFile file = data.yaml(location.file());
    if (file.error() != null) {
      throw LookupErrors.error(file.error());
    }
    if (file.notHash()) {
      invocation
          .lookup()
          .refuseOrWarn(
              "%s: file does not contain a valid yaml hash".formatted(location.shown()), file);
      throw new NoSuchKey();
    }
    Object value = ((Map<?, ?>) file.content()).get(key);
    if (value == null) {
      throw new NoSuchKey();
    }
    return decrypted(value, key, options, location, invocation);
  }

  private Object decrypted(
      Object value,
      String key,
      Map<Object, Object> options,
      ResolvedLocation location,
      Invocation invocation) {
    return switch (value) {
      case String text ->
          interpolator.interpolate(plain(text, key, options, location), invocation, true);
      case List<?> list -> {
        List<Object> result = new ArrayList<>();
        list.forEach(e -> result.add(decrypted(e, key, options, location, invocation)));
        yield result;
      }
      case Map<?, ?> map -> {
        Map<Object, Object> result = new LinkedHashMap<>();
        map.forEach((k, v) ->
            result.put(
                interpolator.interpolate(k, invocation, true),
                decrypted(v, key, options, location, invocation)));
        yield result;
      }
      default -> value;
    };
  }

  private String plain(
      String text, String key, Map<Object, Object> options, ResolvedLocation location) {
    if (!ENCRYPTED.matcher(text).find()) {
      return text;
    }
    try {
      return data.decryptor().decrypt(text, options);
    } catch (EyamlDecryptor.DecryptionException e) {
      throw LookupErrors.error(
          "hiera-eyaml backend error decrypting %s when looking up %s in %s. Error was %s"
              .formatted(text, key, location.shown(), e.getMessage()));
    }
  }
}
