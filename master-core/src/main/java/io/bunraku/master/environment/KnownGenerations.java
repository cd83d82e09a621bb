// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

import io.bunraku.storeconfig.CodeStore;
import io.bunraku.storeconfig.model.CodeVersion;
import io.bunraku.storeconfig.model.EnvironmentName;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers the history of an environment whenever its code gets a number, so that what a node says
 * it has had can be judged while the store is away.
 */
public final class KnownGenerations implements Generations {
  private final Generations generations;
  private final CodeStore store;
  private final Map<EnvironmentName, Map<String, Long>> known = new ConcurrentHashMap<>();

  /**
   * @param generations gives the numbers
   * @param store has the histories
   */
  public KnownGenerations(Generations generations, CodeStore store) {
    this.generations = generations;
    this.store = store;
  }

  @Override
  public long of(String environment, String tree) {
    long generation = generations.of(environment, tree);
    EnvironmentName name = new EnvironmentName(environment);
    Map<String, Long> history = new HashMap<>();
    for (CodeVersion version : store.history(name)) {
      history.merge(version.tree(), version.generation(), Math::max);
    }
    history.merge(tree, generation, Math::max);
    known.put(name, history);
    return generation;
  }

  /** The highest generation that a tree was, if this master has heard of it. */
  public OptionalLong generation(EnvironmentName environment, String codeId) {
    Long generation = known.getOrDefault(environment, Map.of()).get(codeId);
    return generation == null ? OptionalLong.empty() : OptionalLong.of(generation);
  }
}
