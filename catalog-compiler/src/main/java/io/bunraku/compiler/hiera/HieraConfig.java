// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.hiera.yaml.PsychYaml;
import io.bunraku.compiler.hiera.yaml.YamlException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A configuration: {@code hiera.yaml} of version 5, or what 3 and 4 amount to.
 *
 * @param file the file, or null for the default configuration
 * @param shown the path that messages show, or null
 * @param root the directory that relative paths start at
 * @param version 3, 4 or 5
 * @param hierarchy its levels
 * @param defaultHierarchy the levels of {@code default_hierarchy}, or null
 * @param merge the strategy of version 3's {@code merge_behavior}
 * @param warnings what Puppet warns of
 * @param text the file's text
 */
record HieraConfig(
    @Nullable Path file,
    @Nullable String shown,
    Path root,
    int version,
    List<HierarchyLevel> hierarchy,
    @Nullable List<HierarchyLevel> defaultHierarchy,
    MergeStrategy merge,
    List<String> warnings,
    String text) {

  /**
   * Reads a configuration.
   *
   * @return null when there is no such file
   */
  static @Nullable HieraConfig read(Path file, Layer layer, HieraData data) {
    String text = data.files().isFile(file) ? data.files().read(file) : null;
    if (text == null) {
      return null;
    }
    String shown = data.environment().logicalPath(file);
    Object read = parsed(text, shown);
    ConfigReader reader = new ConfigReader(file, shown, layer, text);
    if (!(read instanceof Map<?, ?> map)) {
      return reader.version3(
          Map.of(),
          List.of(
              "%s: File exists but does not contain a valid YAML hash. Falling back to Hiera version 3 default config"
                  .formatted(shown)));
    }
    Map<?, ?> config = (Map<?, ?>) PsychYaml.symbolsToStrings(map);
    int version = version(config.get("version"));
    return switch (version) {
      case 5 -> reader.version5(config);
      case 4 -> reader.version4(config);
      case 3 -> reader.version3(config, List.of());
      default ->
          throw LookupErrors.inFile(
              "HIERA_UNSUPPORTED_VERSION",
              "This runtime does not support hiera.yaml version %d".formatted(version),
              shown,
              0);
    };
  }

  /** The configuration of a layer that has no file: {@code data/common.yaml}. */
  static HieraConfig standard(Path root) {
    HierarchyLevel common =
        new HierarchyLevel(
            "Common",
            FunctionKind.DATA_HASH,
            "yaml_data",
            "path",
            List.of("common.yaml"),
            "data",
            null,
            Map.of());
    return new HieraConfig(
        null, null, root, 5, List.of(common), null, FirstFoundStrategy.DEFAULT, List.of(), "");
  }

  /** A configuration of one function of Puppet 4's data providers. */
  static HieraConfig ofFunction(Path root, String function) {
    HierarchyLevel level =
        new HierarchyLevel(
            "Legacy function '%s'".formatted(function),
            FunctionKind.V4_DATA_HASH,
            function,
            null,
            List.of(),
            "data",
            null,
            Map.of());
    return new HieraConfig(
        null, null, root, 5, List.of(level), null, FirstFoundStrategy.DEFAULT, List.of(), "");
  }

  private static Object parsed(String text, String shown) {
    try {
      return PsychYaml.load(text, shown);
    } catch (YamlException e) {
      throw new EvaluationException(String.valueOf(e.getMessage()));
    }
  }

  private static int version(@Nullable Object written) {
    return switch (written) {
      case Long number -> number.intValue();
      case Double number -> number.intValue();
      case BigInteger number -> number.intValue();
      case String string when string.strip().matches("[0-9]{1,4}.*") ->
          Integer.parseInt(string.strip().replaceAll("[^0-9].*", ""));
      case String string -> 0;
      case null, default -> 3;
    };
  }

  /** An error that shows this file. */
  EvaluationException failure(String code, String message, int line) {
    return LookupErrors.inFile(code, message, shown, line);
  }

  /**
   * The first line that a pattern is found in, comments left out, quotes too.
   *
   * @param start the line to begin with, from 1
   * @return from 1, or 0 when there is none
   */
  static int lineOf(String text, Pattern pattern, int start) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (number >= start && pattern.matcher(withoutComment(line)).find()) {
        return number;
      }
    }
    return 0;
  }

  private static String withoutComment(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' || c == '\'') {
        quote = quote == c ? 0 : quote == 0 ? c : quote;
      } else if (c == '#') {
        return line.substring(0, i);
      }
    }
    return line;
  }
}
