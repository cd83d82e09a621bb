// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The module whose plug-ins every master serves beside those of the environment. Its files are laid
 * out in a directory, since agents ask for their checksums and times.
 */
public final class BuiltInModule {
  private static final List<String> FILES = List.of("lib/facter/bunraku_code.rb");

  private BuiltInModule() {}

  /**
   * Writes the files that are missing or differ.
   *
   * @param vardir holds the directory afterwards
   * @return the module's directory
   */
  public static Path layOut(Path vardir) throws IOException {
    Path module = vardir.resolve("modules").resolve("bunraku");
    for (String name : FILES) {
      Path file = module.resolve(name);
      byte[] content = content(name);
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
      }
    }
    return module;
  }

  private static byte[] content(String name) throws IOException {
    try (InputStream in = BuiltInModule.class.getResourceAsStream("/bunraku/module/" + name)) {
      if (in == null) {
        throw new IOException("The program lacks its own file " + name);
      }
      return in.readAllBytes();
    }
  }
}
