// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.CodeVersion;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The documents {@code code/ENV} and {@code blob/SHA256}. */
final class StoredCode implements CodeStore {
  private final Documents documents;
  private final Generations generations;

  StoredCode(Documents documents, Generations generations) {
    this.documents = documents;
    this.generations = generations;
  }

  private CodeHistory read(EnvironmentName environment) {
    return documents
        .read(Families.CODE, Families.code(environment))
        .value()
        .orElse(CodeHistory.EMPTY);
  }

  @Override
  public Optional<CodeVersion> head(EnvironmentName environment) {
    return read(environment).head();
  }

  @Override
  public List<CodeVersion> heads() {
    List<CodeVersion> heads = new ArrayList<>();
    documents.each(
        Families.CODE,
        Families.ALL_CODE,
        s -> s.value().flatMap(CodeHistory::head).filter(h -> !h.removed()).ifPresent(heads::add));
    heads.sort(Comparator.comparing(CodeVersion::environment));
    return heads;
  }

  @Override
  public List<CodeVersion> history(EnvironmentName environment) {
    return read(environment).settled();
  }

  @Override
  public Published publish(EnvironmentName environment, String tree, int language) {
    Optional<CodeVersion> next =
        generations.advance(
            environment, tree, language, history -> former(history, tree, language).isEmpty());
    if (next.isPresent()) {
      return new Published.New(next.get());
    }
    CodeHistory now = read(environment);
    CodeVersion head = now.head().orElseThrow();
    CodeVersion same = former(now, tree, language).orElse(head);
    return same.generation() == head.generation()
        ? new Published.Current(head)
        : new Published.Stale(head, same.generation());
  }

  /** The newest generation with a tree. A removed environment may come back with any tree. */
  private static Optional<CodeVersion> former(CodeHistory history, String tree, int language) {
    if (history.head().filter(CodeVersion::removed).isPresent()) {
      return Optional.empty();
    }
    return history.settled().stream()
        .filter(v -> v.tree().equals(tree) && v.language() == language)
        .findFirst();
  }

  @Override
  public Optional<CodeVersion> deploy(
      EnvironmentName environment, String tree, int language, long seen) {
    return generations.advance(
        environment, tree, language, history -> history.generation() == seen);
  }

  @Override
  public void remove(EnvironmentName environment) {
    generations.advance(
        environment, "", 0, history -> history.head().filter(head -> !head.removed()).isPresent());
  }

  @Override
  public String putBlob(Bytes content) {
    String sha256 = content.sha256();
    documents.update(
        Families.BLOB, Families.blob(sha256), seen -> seen.isAbsent() ? content : null);
    return sha256;
  }

  @Override
  public Optional<Bytes> blob(String sha256) {
    Key key = Families.blob(sha256);
    Optional<Bytes> content = documents.read(Families.BLOB, key).value();
    if (content.filter(c -> !c.sha256().equals(sha256)).isPresent()) {
      throw new StoreException("The content of " + key + " has another hash");
    }
    return content;
  }
}
