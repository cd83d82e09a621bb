// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

import io.bunraku.compiler.loader.DirectoryEnvironmentLoader;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The environments of the codedir. A request gets the version that the files have, as fresh as
 * {@code environment-timeout} says; requests that arrive together share one look at the files.
 */
public final class Environments {

  private static final Logger LOG = LoggerFactory.getLogger(Environments.class);

  /** One environment: its newest version and how old our knowledge of the files is. */
  private static final class Slot {
    final ReentrantLock lock = new ReentrantLock();
    CodeTree.@Nullable Scan scan;

    /** When the look began that found the version, in nanoseconds. */
    volatile long checked;

    volatile @Nullable EnvironmentVersion version;
  }

  private final MasterConfig config;
  private final ProgramCache programs;
  private final Generations generations;
  private final CodeTree tree = new CodeTree();
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();
  private final @Nullable String code;

  /**
   * Creates the environments; nothing is read yet.
   *
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
   * @return null when there is no such environment
   * @throws EnvironmentException when its configuration does not work
   */
  public @Nullable EnvironmentVersion find(String name) throws EnvironmentException {
    long asked = System.nanoTime();
    Slot known = slots.get(name);
    EnvironmentVersion version = known == null ? null : known.version;
    if (known != null && version != null && isFresh(known.checked, asked)) {
      return version;
    }
    if (!exists(name)) {
      slots.remove(name);
      return null;
    }
    return refresh(name, slots.computeIfAbsent(name, n -> new Slot()), asked);
  }

  /** Forgets what is known of the files: the next request looks. */
  public void flush() {
    slots.clear();
  }

  private boolean isFresh(long checked, long asked) {
    return switch (config.environmentTimeout()) {
      case EnvironmentTimeout.Unlimited unlimited -> true;
      case EnvironmentTimeout.After after -> asked - checked < after.duration().toNanos();
      case EnvironmentTimeout.Always always -> checked - asked >= 0;
    };
  }

  private EnvironmentVersion refresh(String name, Slot slot, long asked)
      throws EnvironmentException {
    slot.lock.lock();
    try {
      EnvironmentVersion version = slot.version;
      if (version != null && isFresh(slot.checked, asked)) {
        return version; // somebody looked while this request waited
      }
      long began = System.nanoTime();
      CodeTree.Scan scan = tree.scan(roots(name));
      if (version == null || !scan.sameAs(slot.scan)) {
        version = load(name, scan);
        LOG.info(
            "Environment {} read: {} files in {} ms",
            name,
            scan.size(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        slot.scan = scan;
        slot.version = version;
      }
      slot.checked = began;
      return version;
    } finally {
      slot.lock.unlock();
    }
  }

  private EnvironmentVersion load(String name, CodeTree.Scan scan) throws EnvironmentException {
    DirectoryEnvironmentLoader loader = DirectoryEnvironmentLoader.load(settings(name), programs);
    loader.warnings().forEach(warning -> LOG.warn("{}", warning));
    String codeId = tree.hash(scan);
    return new EnvironmentVersion(
        loader,
        codeId,
        generations.of(name, codeId),
        ConfigVersion.run(loader.configuration().configVersion(), loader.directory()));
  }

  /** What the code of an environment consists of: its directory and the modules of all. */
  private Map<String, Path> roots(String name) {
    Map<String, Path> roots = new LinkedHashMap<>();
    roots.put("environment", directory().resolve(name));
    for (Path path : config.basemodulepath()) {
      roots.put("base/" + roots.size(), path);
    }
    if (Files.exists(config.hieraConfig())) {
      roots.put("hiera", config.hieraConfig());
    }
    return roots;
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
