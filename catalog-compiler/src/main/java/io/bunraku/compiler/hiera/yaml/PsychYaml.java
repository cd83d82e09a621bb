// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML as {@code Puppet::Util::Yaml.safe_load} does: the first document, in Psych's
 * understanding. Values are those of the language, {@link java.math.BigInteger} for large integers
 * and {@link RubySymbol} for symbols; maps and lists are unmodifiable and shared where the document
 * has aliases.
 */
public final class PsychYaml {

  private static final int MAX_CODE_POINTS = 64 * 1024 * 1024;

  private PsychYaml() {}

  /**
   * Reads a document that comes from no file.
   *
   * @throws YamlException when it is no YAML, or asks for Ruby objects
   */
  public static Object load(String text) {
    return load(text, null);
  }

  /**
   * Reads a document.
   *
   * @param text the whole text
   * @param file the path that messages show, or null
   * @return its value; undef for an empty text
   * @throws YamlException when it is no YAML, or asks for Ruby objects
   */
  public static Object load(String text, @Nullable String file) {
    String shown = file == null ? "<unknown>" : file;
    try {
      Object value = read(text.startsWith("\uFEFF") ? text.substring(1) : text);
      if (value == Undef.UNDEF && text.startsWith("%") && !text.contains("\n---")) {
        throw new YamlException(
            "(%s): found unknown directive name while scanning a directive at line 1 column 1"
                .formatted(shown));
      }
      return value;
    } catch (DisallowedClassException e) {
      throw new YamlException("(%s): %s".formatted(shown, e.getMessage()));
    } catch (YAMLException e) {
      throw new YamlException("(%s): %s".formatted(shown, SyntaxProblem.describe(e)));
    }
  }

  private static Object read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_CODE_POINTS);
    options.setProcessComments(false);
    Leniency leniency = new Leniency(text);
    while (true) {
      StreamReader characters = new StreamReader(leniency.text());
      YamlReader reader = new YamlReader(new ParserImpl(characters, options), leniency);
      try {
        return reader.read();
      } catch (MarkedYAMLException e) {
        if (!leniency.allows(e, reader.inFlow())) {
          throw e;
        }
      }
    }
  }

  /** Symbols as the strings of their names, in keys and values at any depth. */
  public static Object symbolsToStrings(Object value) {
    return switch (value) {
      case RubySymbol symbol -> symbol.name();
      case List<?> list -> {
        List<Object> result = new ArrayList<>(list.size());
        list.forEach(element -> result.add(symbolsToStrings(element)));
        yield Collections.unmodifiableList(result);
      }
      case Map<?, ?> map -> {
        Map<Object, Object> result = new LinkedHashMap<>();
        map.forEach((key, element) -> result.put(symbolsToStrings(key), symbolsToStrings(element)));
        yield Collections.unmodifiableMap(result);
      }
      default -> value;
    };
  }

  /** Symbols as strings where they are keys, at any depth; those that are values stay. */
  public static Map<Object, Object> symbolKeysToStrings(Map<?, ?> map) {
    Map<Object, Object> result = new LinkedHashMap<>();
    map.forEach((key, value) ->
        result.put(key instanceof RubySymbol symbol ? symbol.name() : key, withStringKeys(value)));
    return Collections.unmodifiableMap(result);
  }

  private static Object withStringKeys(Object value) {
    return switch (value) {
      case Map<?, ?> map -> symbolKeysToStrings(map);
      case List<?> list -> list.stream().map(PsychYaml::withStringKeys).toList();
      default -> value;
    };
  }

  /**
   * Whether Psych reads a plain scalar as the text that it is, and as no number, date or symbol.
   */
  public static boolean isText(String scalar) {
    try {
      return ScalarScanner.tokenize(scalar) instanceof String;
    } catch (YamlException | DisallowedClassException e) {
      return false; // a date
    }
  }

  /** Whether a document is one that Psych gives {@code nil} or {@code false} for. */
  public static boolean isEmpty(Object value) {
    return value == Undef.UNDEF || value.equals(false);
  }
}
