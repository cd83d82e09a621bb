// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.loader.EnvironmentSettings;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.master.config.EnvironmentTimeout;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.model.EnvironmentName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environments of the codedir. A request gets the version that the files have, as fresh as
 * {@code environment-timeout} says; requests that arrive together share one look at the files.
 */
public final class Environments {

  private static final Logger LOG = LoggerFactory.getLogger(Environments.class);

  /** More environments than anybody uses at a time; what is dropped is only read again. */
  private static final int KEPT = 200;

  /** How old the list of modules may be for those who only serve files. */
  private static final long FILES_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final MasterConfig config;
  private final ProgramCache programs;
  private final Generations generations;
  private final @Nullable String code;
  private final CodeTrees trees = new CodeTrees();
  private final Cache<String, Pinning> pinnings = Caffeine.newBuilder().maximumSize(KEPT).build();

  /**
   * Creates the environments; nothing is read yet.
   *
   * @param programs trees that all environments share
   * @param generations numbers versions of code
   * @param code the main manifest's text in place of files, or null
   */
  public Environments(
      MasterConfig config, ProgramCache programs, Generations generations, @Nullable String code) {
    this.config = config;
    this.programs = programs;
    this.generations = generations;
    this.code = code;
  }

  /** The directory that holds the environments. */
  public Path directory() {
    return config.environmentPath();
  }

  /** Whether there is an environment of a name. */
  public boolean exists(String name) {
    return EnvironmentName.isValid(name) && Files.isDirectory(directory().resolve(name));
  }

  /** The names of all environments, sorted. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory())) {
      for (Path path : stream) {
        String name = String.valueOf(path.getFileName());
        if (exists(name)) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      LOG.debug("Could not list {}: {}", directory(), e.toString());
    }
    names.sort(null);
    return names;
  }

  /**
   * The version of an environment that a request beginning now is pinned to.
   *
   * @param identified whether hash and generation are needed, which costs a look at all files
   * @return null when there is no such environment
   * @throws EnvironmentException when its configuration does not work
   */
  public @Nullable EnvironmentVersion find(String name, boolean identified)
      throws EnvironmentException {
    Pinning pinning = pinning(name);
    return pinning == null ? null : pinning.pin(System.nanoTime(), identified);
  }

  /**
   * An environment for those who only serve its files: its list of modules may be two seconds old,
   * so that the hundreds of requests of a plugin sync share one look.
   *
   * @return null when there is no such environment
   */
  public @Nullable EnvironmentLoader files(String name) {
    Pinning pinning = pinning(name);
    return pinning == null ? null : pinning.loader(System.nanoTime() - FILES_NANOS);
  }

  /** Forgets what is known of the files: the next request looks. */
  public void flush() {
    pinnings.invalidateAll();
  }

  private @Nullable Pinning pinning(String name) {
    Pinning known = pinnings.getIfPresent(name);
    boolean trusted =
        known != null && config.environmentTimeout() instanceof EnvironmentTimeout.Unlimited;
    if (trusted) {
      return known;
    }
    if (!exists(name)) {
      pinnings.invalidate(name);
      return null;
    }
    return pinnings.get(name, n -> new Pinning(settings(n), programs, trees, generations, config));
  }

  private EnvironmentSettings settings(String name) {
    Path directory = directory().resolve(name);
    return new EnvironmentSettings(
        name,
        directory,
        directory.toString(),
        config.basemodulepath(),
        "./manifests",
        code,
        Files.exists(config.hieraConfig()) ? config.hieraConfig() : null,
        Map.of(
            "codedir", config.codedir().toString(),
            "environmentpath", directory().toString(),
            "vardir", config.vardir().toString(),
            "ssldir", config.ssldir().toString(),
            "environment", name),
        config.options());
  }
}
