// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The jars of an engine that runs in a process of its own, from Maven Central. They never meet
 * ours, so a pom of their own ({@code src/test/engines/NAME}) resolves them when a test needs them.
 */
final class EngineJars {
  private static final Path POMS = Path.of("src/test/engines");
  private static final Path TARGET = Path.of("target/engines");

  private EngineJars() {}

  /** The class path of an engine in the version that the root pom names. */
  static List<Path> of(String engine) {
    String version = System.getProperty("bunraku.engine." + engine);
    if (version == null) {
      throw new IllegalStateException(
          "Start these tests with Maven: it knows the engine's version");
    }
    try {
      Path list = TARGET.resolve(engine + "-" + version + ".classpath").toAbsolutePath();
      if (!Files.exists(list)) {
        resolve(engine, version, list);
      }
      return Stream.of(Files.readString(list).strip().split(File.pathSeparator, -1))
          .map(Path::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void resolve(String engine, String version, Path list) throws IOException {
    Files.createDirectories(TARGET);
    Shell.run(
        System.getProperty("bunraku.maven", "mvn"),
        "--batch-mode",
        "--quiet",
        "--no-transfer-progress",
        "--file",
        POMS.resolve(engine).resolve("pom.xml").toString(),
        "-Dmaven.repo.local=" + System.getProperty("bunraku.maven.repository"),
        "-Dengine.version=" + version,
        "-Dmdep.outputFile=" + list,
        "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath");
  }

  /** The home of a JDK or JRE of a feature release under {@code /usr/lib/jvm}, if there is one. */
  static Optional<Path> jdk(int release) {
    try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
      return homes
          .filter(home -> Files.isExecutable(home.resolve("bin/java")) && isOf(home, release))
          .sorted()
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isOf(Path home, int release) {
    try {
      return Files.readString(home.resolve("release")).contains("JAVA_VERSION=\"" + release + ".");
    } catch (IOException e) {
      return false;
    }
  }
}
