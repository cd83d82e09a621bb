// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import java.io.File;
import java.io.IOException;
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
  private EngineJars() {}

  /** The class path of an engine in the version that the root pom names. */
  static List<Path> of(String engine) {
    return Stream.of(EngineClassPath.of(engine).split(File.pathSeparator, -1))
        .map(Path::of)
        .toList();
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
