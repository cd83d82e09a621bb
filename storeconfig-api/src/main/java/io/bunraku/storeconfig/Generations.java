// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.model.CodeVersion;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Gives environments their next generation, so that one number never names two trees. Where writes
 * are compared that is one write. Where both of two writes stand, a master proposes, reads back,
 * and settles only if nobody else proposes the same number; of two that meet, each that sees the
 * other withdraws and proposes a higher one. (Quorums overlap, so at most one does not see the
 * other.)
 */
final class Generations {
  private final Documents documents;
  private final String master;
  private final Clock clock;

  Generations(Documents documents, String master, Clock clock) {
    this.documents = documents;
    this.master = master;
    this.clock = clock;
  }

  /** Makes a tree the next generation if the history allows; empty if it does not. */
  Optional<CodeVersion> advance(
      EnvironmentName environment, String tree, int language, Predicate<CodeHistory> allowed) {
    Next next = new Next(environment, tree, language, allowed);
    return documents.hasSiblings() ? next.propose() : next.settle();
  }

  private final class Next {
    private final EnvironmentName environment;
    private final String tree;
    private final int language;
    private final Predicate<CodeHistory> allowed;
    private final Key key;
    private final long published = clock.millis();

    Next(EnvironmentName environment, String tree, int language, Predicate<CodeHistory> allowed) {
      this.environment = environment;
      this.tree = tree;
      this.language = language;
      this.allowed = allowed;
      this.key = Families.code(environment);
    }

    private CodeVersion version(long generation) {
      return new CodeVersion(environment, generation, tree, language, published, master);
    }

    private CodeHistory of(Snapshot<CodeHistory> seen) {
      return seen.value().orElse(CodeHistory.EMPTY);
    }

    Optional<CodeVersion> settle() {
      CodeVersion[] own = new CodeVersion[1];
      Documents.Update<CodeHistory> update =
          documents.update(
              Families.CODE,
              key,
              seen -> {
                CodeHistory history = of(seen);
                if (!allowed.test(history)) {
                  return null;
                }
                own[0] = version(history.next());
                return history.settle(own[0]);
              });
      return update.written() ? Optional.of(own[0]) : Optional.empty();
    }

    Optional<CodeVersion> propose() {
      Backoff.Attempts attempts = documents.attempts();
      do {
        CodeHistory.Proposal[] own = new CodeHistory.Proposal[1];
        Documents.Update<CodeHistory> proposed =
            documents.update(
                Families.CODE,
                key,
                seen -> {
                  CodeHistory history = of(seen);
                  if (!allowed.test(history)) {
                    return null;
                  }
                  own[0] = proposal(history.next());
                  return history.propose(own[0]);
                });
        if (!proposed.written()) {
          return Optional.empty();
        }
        if (decide(own[0], of(proposed.now()))) {
          return Optional.of(own[0].version());
        }
      } while (attempts.again());
      throw new StoreUnavailableException("No turn for the next generation of " + environment);
    }

    private CodeHistory.Proposal proposal(long generation) {
      return new CodeHistory.Proposal(UUID.randomUUID().toString(), version(generation), false);
    }

    private boolean decide(CodeHistory.Proposal own, CodeHistory now) {
      boolean lost = now.isContested(own);
      CodeHistory.Proposal withdrawn = new CodeHistory.Proposal(own.id(), own.version(), true);
      documents.update(
          Families.CODE,
          key,
          seen -> lost ? of(seen).propose(withdrawn) : of(seen).settle(own.version()));
      return !lost;
    }
  }
}
