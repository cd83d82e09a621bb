// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

import io.bunraku.compiler.LanguageVersion;
import io.bunraku.storeconfig.CodeStore;
import io.bunraku.storeconfig.CodeStore.Published;
import io.bunraku.storeconfig.model.EnvironmentName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Generations that the store counts for all masters. */
public final class StoredGenerations implements Generations {

  private static final Logger LOG = LoggerFactory.getLogger(StoredGenerations.class);

  private final CodeStore store;
  private final int language;

  /** Creates the view of a store for one version of the language. */
  public StoredGenerations(CodeStore store, LanguageVersion language) {
    this.store = store;
    this.language =
        switch (language) {
          case PUPPET_7 -> 7;
          case PUPPET_8 -> 8;
        };
  }

  @Override
  public long of(String environment, String tree) {
    return switch (store.publish(new EnvironmentName(environment), tree, language)) {
      case Published.New published -> {
        LOG.info("Environment {} is at generation {}", environment, published.head().generation());
        yield published.head().generation();
      }
      case Published.Current current -> current.head().generation();
      case Published.Stale stale -> {
        LOG.warn(
            "The code of environment {} is that of generation {}, but {} is the newest: nodes that"
                + " had a newer one get no catalog from this master",
            environment,
            stale.generation(),
            stale.head().generation());
        yield stale.generation();
      }
    };
  }
}
