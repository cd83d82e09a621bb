// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An environment that is written file by file. */
final class ControlRepo {

  private static final Path SHIPPED_MODULES = Path.of("/usr/share/puppet/modules");

  private final Path environment;

  ControlRepo(Path codedir) {
    this.environment = codedir.resolve("environments").resolve("production");
  }

  /** Writes a file of the environment. */
  ControlRepo file(String path, String text) {
    try {
      Path file = environment.resolve(path);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Links modules that Debian's packages brought, the first ones by name. */
  List<Path> linkModules(int most) {
    try (Stream<Path> shipped = Files.list(SHIPPED_MODULES)) {
      List<Path> modules =
          shipped
              .filter(module -> Files.isDirectory(module.resolve("lib")))
              .sorted(Comparator.comparing(Path::toString))
              .limit(most)
              .toList();
      Files.createDirectories(environment.resolve("modules"));
      for (Path module : modules) {
        Path link = environment.resolve("modules").resolve(module.getFileName().toString());
        Files.createSymbolicLink(link, module.toRealPath());
      }
      return modules;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean modulesAreInstalled() {
    return Files.isDirectory(SHIPPED_MODULES.resolve("stdlib"));
  }
}
