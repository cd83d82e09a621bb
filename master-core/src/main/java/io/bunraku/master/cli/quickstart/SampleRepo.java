// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The control repo to start with: roles and profiles, Hiera, EPP and an exported resource. */
final class SampleRepo {

  private static final List<String> FILES =
      List.of(
          "data/common.yaml",
          "data/os/Debian.yaml",
          "environment.conf",
          "hiera.yaml",
          "manifests/site.pp",
          "site/profile/files/index.html",
          "site/profile/manifests/base.pp",
          "site/profile/manifests/motd.pp",
          "site/profile/manifests/vhost.pp",
          "site/profile/manifests/web.pp",
          "site/profile/templates/motd.epp",
          "site/role/manifests/base.pp",
          "site/role/manifests/web.pp");

  private SampleRepo() {}

  /**
   * Writes the repo as an environment; files that are there stay as they are.
   *
   * @param environment its directory
   */
  static void write(Path environment) throws IOException {
    for (String name : FILES) {
      Path file = environment.resolve(name);
      if (!Files.exists(file)) {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream text = SampleRepo.class.getResourceAsStream("control-repo/" + name)) {
          Files.copy(Objects.requireNonNull(text, name), file);
        }
      }
    }
  }
}
