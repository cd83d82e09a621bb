// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.loader.VersionFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all compiles of one version of an environment share: configurations, data files and the
 * strings that were taken apart. Nothing in it depends on a node. Safe for threads.
 */
public final class HieraData {

  private final EnvironmentLoader environment;
  private final HieraFiles shared;
  private final Map<Path, Optional<HieraConfig>> configurations = new ConcurrentHashMap<>();
  private final Map<Path, DataFile> yaml = new ConcurrentHashMap<>();
  private final Map<Path, DataFile> json = new ConcurrentHashMap<>();
  private final Map<Path, DataFile> hocon = new ConcurrentHashMap<>();
  private final Map<Path, Object> fileData = new ConcurrentHashMap<>();
  private final Map<String, List<Path>> globs = new ConcurrentHashMap<>();
  private final Map<String, InterpolatedText> texts = new ConcurrentHashMap<>();
  private final EyamlDecryptor decryptor;

  /**
   * Creates an empty cache; files are read when a lookup first needs them.
   *
   * @param shared what other versions have parsed
   */
  public HieraData(EnvironmentLoader environment, HieraFiles shared) {
    this.environment = environment;
    this.shared = shared;
    this.decryptor = new EyamlDecryptor(environment.files());
  }

  EnvironmentLoader environment() {
    return environment;
  }

  VersionFiles files() {
    return environment.files();
  }

  /** A configuration file; empty when there is none. */
  Optional<HieraConfig> configuration(Path file, Layer layer) {
    return configurations.computeIfAbsent(
        file, path -> Optional.ofNullable(HieraConfig.read(path, layer, this)));
  }

  /** The content of a file that a {@code data_hash} function of Puppet's own reads, or null. */
  @Nullable DataFile data(String function, Path file) {
    return switch (function) {
      case "yaml_data" -> yaml(file);
      case "json_data" -> json.computeIfAbsent(file, path -> read("json_data", path));
      case "hocon_data" -> hocon.computeIfAbsent(file, path -> read("hocon_data", path));
      default -> null;
    };
  }

  private DataFile read(String function, Path file) {
    String text = files().read(file);
    return shared.get(function, environment.logicalPath(file), text == null ? "" : text);
  }

  /** A YAML file. */
  DataFile yaml(Path file) {
    return yaml.computeIfAbsent(file, path -> read("yaml_data", path));
  }

  /** Whether Puppet itself has a {@code data_hash} function of that name. */
  static boolean isBuiltIn(String function) {
    return switch (function) {
      case "yaml_data", "json_data", "hocon_data" -> true;
      default -> false;
    };
  }

  /**
   * The text of any file or what a function makes of it, whichever was asked for first.
   *
   * @throws EvaluationException when it cannot be read
   */
  Object fileData(Path file, @Nullable Function<Object, Object> block) {
    Object known = fileData.get(file);
    if (known == null) {
      String text = environment.files().read(file);
      if (text == null) {
        throw new EvaluationException("No such file or directory @ rb_file_s_stat - " + file);
      }
      known = block == null ? text : block.apply(text);
      fileData.put(file, known);
    }
    return known;
  }

  /** Who decrypts eyaml. */
  EyamlDecryptor decryptor() {
    return decryptor;
  }

  /** The files that a pattern matches; looked for once. */
  List<Path> glob(String pattern) {
    return globs.computeIfAbsent(pattern, absolute -> Glob.files(absolute, files()));
  }

  /** A string taken apart. */
  InterpolatedText text(String subject) {
    InterpolatedText known = texts.get(subject);
    if (known == null) {
      known = InterpolatedText.parse(subject);
      texts.put(subject, known);
    }
    return known;
  }
}
