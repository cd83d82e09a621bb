// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.ExportedResources;
import io.bunraku.storeconfig.Put;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Stamp;
import io.bunraku.storeconfig.query.ResourceQuery;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class ColdStartTest {

  /** Exports whose loading fails as told, then succeeds. */
  private static final class Failing implements ExportedResources {
    private final Deque<StoreException> failures;

    Failing(StoreException... failures) {
      this.failures = new ArrayDeque<>(List.of(failures));
    }

    @Override
    public int load(IntConsumer progress) {
      progress.accept(1);
      StoreException failure = failures.poll();
      if (failure != null) {
        throw failure;
      }
      return 1;
    }

    @Override
    public List<ExportedResource> find(ResourceQuery query) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Put replace(Certname node, Stamp stamp, List<ExportedResource> resources) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<ExportedResource> of(Certname node) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Duration age() {
      throw new UnsupportedOperationException();
    }
  }

  private static void start(Failing exports) {
    new ColdStart(exports, Duration.ZERO).run();
  }

  @Test
  void goesOnByItselfWhenConnectionsBreak() {
    Failing exports =
        new Failing(
            new StoreUnavailableException("reset by peer"),
            new StoreUnavailableException("refused"),
            new StoreUnavailableException("timed out"));
    start(exports);
    assertThat(exports.failures).isEmpty();
  }

  @Test
  void whatNoAttemptWouldMendEndsIt() {
    Failing exports = new Failing(new StoreException("no right to read"));
    assertThatThrownBy(() -> start(exports)).hasMessage("no right to read");
  }
}
