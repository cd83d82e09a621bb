// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The jars of an engine, which must not meet ours on one class path: Maven resolves the engine's
 * own pom in a process of its own, once a build.
 */
final class EngineClassPath {
  private static final Path ENGINES = Path.of("src", "test", "engines").toAbsolutePath();
  private static final Path RESOLVED = Path.of("target", "engines").toAbsolutePath();
  private static final String GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath";

  private EngineClassPath() {}

  /** Where an engine's pom and what else belongs to it is. */
  static Path home(String engine) {
    return ENGINES.resolve(engine);
  }

  static String of(String engine) {
    String version = property("bunraku.engine." + engine);
    Path file = RESOLVED.resolve(engine + "-" + version + ".classpath");
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(RESOLVED);
        Shell.run(
            property("bunraku.maven"),
            "-q",
            "-B",
            "-ntp",
            "-f",
            home(engine).resolve("pom.xml").toString(),
            "-Dmaven.repo.local=" + property("bunraku.maven.repository"),
            "-Dengine.version=" + version,
            "-Dmdep.outputFile=" + file,
            GOAL);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("Set -D" + name + ", as it-tests/pom.xml does");
    }
    return value;
  }
}
