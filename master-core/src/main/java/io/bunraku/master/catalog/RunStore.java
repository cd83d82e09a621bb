// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.catalog;

import io.bunraku.storeconfig.CompiledRun;
import io.bunraku.storeconfig.RunOutcome;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.Facts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a compile keeps and asks. */
public interface RunStore {

  /** Keeps nothing and knows nothing: a compile for somebody at this machine. */
  RunStore NONE =
      new RunStore() {
        @Override
        public void put(Facts facts) {}

        @Override
        public Optional<Facts> facts(Certname node) {
          return Optional.empty();
        }

        @Override
        public long generation(Certname node, EnvironmentName environment, @Nullable Facts given) {
          return 0;
        }

        @Override
        public RunOutcome store(CompiledRun run, @Nullable Facts given) {
          throw new IllegalStateException("nothing is kept here");
        }
      };

  /** Keeps facts that are not kept with a run. */
  void put(Facts facts);

  /** The facts that a node sent last. */
  Optional<Facts> facts(Certname node);

  /**
   * The highest generation of an environment's code that a node has been given, 0 for none.
   *
   * @param given the facts of the request, in which the node says what it has had
   */
  long generation(Certname node, EnvironmentName environment, @Nullable Facts given);

  /**
   * Keeps exports, catalog and node state; the catalog may be sent when this says so.
   *
   * @param given the facts of the request, in which the node says what it has had
   */
  RunOutcome store(CompiledRun run, @Nullable Facts given);

  /** The real one. */
  static RunStore of(StoreConfigs store) {
    return new RunStore() {
      @Override
      public void put(Facts facts) {
        store.facts().put(facts);
      }

      @Override
      public Optional<Facts> facts(Certname node) {
        return store.facts().get(node);
      }

      @Override
      public long generation(Certname node, EnvironmentName environment, @Nullable Facts given) {
        return store.nodes().get(node).map(state -> state.generation(environment)).orElse(0L);
      }

      @Override
      public RunOutcome store(CompiledRun run, @Nullable Facts given) {
        return store.store(run);
      }
    };
  }
}
