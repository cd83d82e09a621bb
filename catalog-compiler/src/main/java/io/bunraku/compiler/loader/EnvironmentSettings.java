// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.LanguageOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an environment is and what the master's settings say about it.
 *
 * @param name the environment's name
 * @param directory the directory that is read
 * @param logicalDirectory the path that catalogs and messages show for it, equal on all masters
 * @param baseModulePath module directories that all environments share
 * @param defaultManifest {@code default_manifest}, relative to the environment or absolute
 * @param code the main manifest's text in place of files ({@code puppet apply -e}), or null
 * @param globalHieraConfig the global {@code hiera.yaml}, or null when there is none
 * @param variables what {@code $name} in {@code environment.conf} stands for: {@code codedir},
 *     {@code confdir} and other settings
 * @param options language version and strictness
 */
public record EnvironmentSettings(
    String name,
    Path directory,
    String logicalDirectory,
    List<Path> baseModulePath,
    String defaultManifest,
    @Nullable String code,
    @Nullable Path globalHieraConfig,
    Map<String, String> variables,
    LanguageOptions options) {

  public EnvironmentSettings {
    directory = directory.toAbsolutePath().normalize();
    baseModulePath = baseModulePath.stream().map(p -> p.toAbsolutePath().normalize()).toList();
    variables = Map.copyOf(variables);
  }

  /** Settings of an environment directory that is shown under its own path. */
  public static EnvironmentSettings of(String name, Path directory, LanguageOptions options) {
    Path absolute = directory.toAbsolutePath().normalize();
    return new EnvironmentSettings(
        name,
        absolute,
        absolute.toString(),
        List.of(),
        "./manifests",
        null,
        null,
        Map.of("environment", name),
        options);
  }

  /** The same environment with other module directories behind its own. */
  public EnvironmentSettings withBaseModulePath(List<Path> paths) {
    return new EnvironmentSettings(
        name,
        directory,
        logicalDirectory,
        paths,
        defaultManifest,
        code,
        globalHieraConfig,
        variables,
        options);
  }

  /** The same environment with a text in place of its main manifest. */
  public EnvironmentSettings withCode(String text) {
    return new EnvironmentSettings(
        name,
        directory,
        logicalDirectory,
        baseModulePath,
        defaultManifest,
        text,
        globalHieraConfig,
        variables,
        options);
  }

  /** The same environment with a global {@code hiera.yaml}. */
  public EnvironmentSettings withGlobalHieraConfig(Path file) {
    return new EnvironmentSettings(
        name,
        directory,
        logicalDirectory,
        baseModulePath,
        defaultManifest,
        code,
        file.toAbsolutePath().normalize(),
        variables,
        options);
  }

  /** The path that is shown for a file that is read. */
  String logicalPath(Path file) {
    return file.startsWith(directory)
        ? file.equals(directory)
            ? logicalDirectory
            : logicalDirectory + "/" + directory.relativize(file)
        : file.toString();
  }
}
