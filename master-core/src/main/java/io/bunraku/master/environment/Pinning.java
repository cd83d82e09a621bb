// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

import io.bunraku.compiler.loader.DirectoryEnvironmentLoader;
import io.bunraku.compiler.loader.EnvironmentSettings;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.master.config.EnvironmentTimeout;
import io.bunraku.master.config.MasterConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of one environment, and how old that knowledge is. Times are of {@code
 * System.nanoTime()}, taken before a look.
 */
final class Pinning {

  private static final Logger LOG = LoggerFactory.getLogger(Pinning.class);

  /** A loader, when it was read and when it was last known to show what the files say. */
  private record Loaded(
      DirectoryEnvironmentLoader loader, @Nullable String configVersion, long read, long checked) {}

  /** A tree's hash with its number, and when it was last known to be so. */
  private record Identity(String codeId, long generation, long checked) {}

  private final EnvironmentSettings settings;
  private final ProgramCache programs;
  private final CodeTrees trees;
  private final Generations generations;
  private final MasterConfig config;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Loaded loaded;
  private volatile @Nullable Identity identity;

  Pinning(
      EnvironmentSettings settings,
      ProgramCache programs,
      CodeTrees trees,
      Generations generations,
      MasterConfig config) {
    this.settings = settings;
    this.programs = programs;
    this.trees = trees;
    this.generations = generations;
    this.config = config;
  }

  EnvironmentVersion pin(long asked, boolean identified) throws EnvironmentException {
    long since = oldest(asked);
    Loaded current = loaded;
    Identity known = identity;
    boolean identifiedAlready = !identified || (known != null && known.checked() - since >= 0);
    if (current == null || current.checked() - since < 0 || !identifiedAlready) {
      lock.lock();
      try {
        current = load(since);
        known = identified ? identify(current, since) : identity;
      } finally {
        lock.unlock();
      }
    }
    return new EnvironmentVersion(
        current.loader(),
        identified && known != null ? known.codeId() : null,
        identified && known != null ? known.generation() : 0,
        current.configVersion());
  }

  /** A loader that was known to be current at a time. */
  DirectoryEnvironmentLoader loader(long since) {
    Loaded current = loaded;
    if (current != null && current.checked() - since >= 0) {
      return current.loader();
    }
    lock.lock();
    try {
      return load(since).loader();
    } catch (EnvironmentException e) {
      return DirectoryEnvironmentLoader.load(settings, programs); // files need no config_version
    } finally {
      lock.unlock();
    }
  }

  /** The time of the oldest look that is good enough for a request. */
  private long oldest(long asked) {
    return switch (config.environmentTimeout()) {
      case EnvironmentTimeout.Always always -> asked;
      case EnvironmentTimeout.After after -> asked - after.duration().toNanos();
      case EnvironmentTimeout.Unlimited unlimited -> asked - Long.MAX_VALUE / 2;
    };
  }

  private Loaded load(long since) throws EnvironmentException {
    Loaded current = loaded;
    if (current != null && current.checked() - since >= 0) {
      return current; // somebody looked while this request waited
    }
    long began = System.nanoTime();
    Loaded next =
        current != null && current.loader().isCurrent()
            ? new Loaded(current.loader(), current.configVersion(), current.read(), began)
            : read(began);
    loaded = next;
    return next;
  }

  private Loaded read(long began) throws EnvironmentException {
    DirectoryEnvironmentLoader loader = DirectoryEnvironmentLoader.load(settings, programs);
    loader.warnings().forEach(warning -> LOG.warn("{}", warning));
    return new Loaded(
        loader,
        ConfigVersion.run(loader.configuration().configVersion(), loader.directory()),
        began,
        began);
  }

  private Identity identify(Loaded current, long since) {
    Identity known = identity;
    if (known != null && known.checked() - since >= 0) {
      return known;
    }
    long began = System.nanoTime();
    // never an older look than the loader's, whatever the timeout allows
    long atLeast = current.read() - since > 0 ? current.read() : since;
    String codeId = trees.hash(roots(current.loader()), atLeast);
    Identity next =
        known != null && known.codeId().equals(codeId)
            ? new Identity(codeId, known.generation(), began)
            : new Identity(codeId, generations.of(settings.name(), codeId), began);
    identity = next;
    return next;
  }

  /** What code consists of: the environment's directory, module directories elsewhere, hiera. */
  private static List<Path> roots(DirectoryEnvironmentLoader loader) {
    List<Path> roots = new ArrayList<>();
    roots.add(loader.directory());
    for (Path path : loader.configuration().modulePath()) {
      if (!path.startsWith(loader.directory())) {
        roots.add(path);
      }
    }
    Path manifest = loader.configuration().manifest();
    if (!manifest.startsWith(loader.directory())) {
      roots.add(manifest);
    }
    Path hiera = loader.globalHieraConfig();
    if (hiera != null) {
      roots.add(hiera);
    }
    return roots;
  }
}
