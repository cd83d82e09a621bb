// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

import io.bunraku.compiler.value.Binary;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * What tags do. Those that would make an object of Ruby are refused by the name of its class; those
 * that Psych does not know do nothing.
 */
final class ScalarTags {

  private static final Pattern STRING = Pattern.compile("^!(?:str|ruby/string)(?::(.*))?$");
  private static final Pattern SEQUENCE_CLASS = Pattern.compile("^!(?:seq|ruby/array):(.*)$");
  private static final Pattern MAPPING_CLASS =
      Pattern.compile(
          "^!(?:map|ruby/hash|ruby/array|ruby/marshalable|ruby/hash-with-ivars"
              + "|(?:str|ruby/string)):(.*)$");
  private static final Pattern OBJECT =
      Pattern.compile("^!ruby/(object|struct|exception|range):?(.*)$");

  private ScalarTags() {}

  /** The value of a scalar. */
  static Object value(ScalarEvent scalar, @Nullable String tag, String text) {
    boolean nonSpecific = "!".equals(scalar.getTag());
    if (tag == null) {
      return scalar.isPlain() || nonSpecific ? ScalarScanner.tokenize(text) : text;
    }
    if (tag.equals("tag:yaml.org,2002:str")) {
      return text;
    }
    return tag.startsWith("!") ? local(tag, text) : global(tag, text);
  }

  private static Object global(String tag, String text) {
    return switch (tag) {
      case "tag:yaml.org,2002:binary" -> decoded(text);
      case "tag:yaml.org,2002:float" -> toFloat(ScalarScanner.tokenize(text));
      default -> ScalarScanner.tokenize(text);
    };
  }

  private static Object local(String tag, String text) {
    Matcher string = STRING.matcher(tag);
    if (string.matches()) {
      refuse(string.group(1));
      return text;
    }
    if (tag.startsWith("!ruby/sym")) {
      return new RubySymbol(text);
    }
    return switch (tag) {
      case "!binary" -> decoded(text);
      case "!float" -> toFloat(ScalarScanner.tokenize(text));
      case "!ruby/class", "!ruby/module" -> throw new DisallowedClassException(text);
      case "!ruby/regexp" -> throw new DisallowedClassException("Regexp");
      case "!ruby/range" -> throw new DisallowedClassException("Range");
      case "!ruby/encoding" -> throw new DisallowedClassException("Encoding");
      case "!ruby/object:BigDecimal",
          "!ruby/object:DateTime",
          "!ruby/object:Complex",
          "!ruby/object:Rational" ->
          throw new DisallowedClassException(tag.substring("!ruby/object:".length()));
      default -> ScalarScanner.tokenize(text);
    };
  }

  static void checkSequence(@Nullable String tag) {
    if (tag != null) {
      Matcher matcher = SEQUENCE_CLASS.matcher(tag);
      refuse(matcher.matches() ? matcher.group(1) : null);
    }
  }

  static void checkMapping(@Nullable String tag) {
    if (tag == null || tag.equals("!ruby/object:Hash")) {
      return;
    }
    if (tag.equals("!set") || tag.equals("tag:yaml.org,2002:set")) {
      throw new DisallowedClassException("Psych::Set");
    }
    if (tag.equals("!omap") || tag.equals("tag:yaml.org,2002:omap")) {
      throw new DisallowedClassException("Psych::Omap");
    }
    Matcher object = OBJECT.matcher(tag);
    if (object.matches()) {
      refuse(object.group(2).isEmpty() ? capitalized(object.group(1)) : object.group(2));
    }
    Matcher mapping = MAPPING_CLASS.matcher(tag);
    refuse(mapping.matches() ? mapping.group(1) : null);
  }

  private static void refuse(@Nullable String className) {
    if (className != null && !className.isEmpty()) {
      throw new DisallowedClassException(className);
    }
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static String decoded(String text) {
    return new String(Binary.ofLenientBase64(text).bytes(), StandardCharsets.UTF_8);
  }

  private static double toFloat(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(String.valueOf(value).strip());
    } catch (NumberFormatException e) {
      throw new YamlException("invalid value for Float(): \"" + value + "\"");
    }
  }
}
