// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.ConfigLoader;
import io.bunraku.master.config.MasterConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands that read our configuration. */
public final class ConfigOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Our YAML configuration; without it, defaults.")
  private @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Overrides a key of the configuration; may be given several times.")
  private List<String> overrides = new ArrayList<>();

  /** Whether the user named a file. */
  boolean hasFile() {
    return file != null;
  }

  /**
   * Loads the configuration.
   *
   * @param more further overrides, which beat the user's
   */
  public MasterConfig load(List<String> more) throws ConfigException {
    List<String> all = new ArrayList<>(overrides);
    all.addAll(more);
    return ConfigLoader.load(file, all);
  }
}
