// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.CodeVersion;
import io.bunraku.storeconfig.model.EnvironmentName;
import java.util.List;
import java.util.Optional;

/** Heads of environments, whose generations only grow, and content by its SHA-256. */
public interface CodeStore {

  /** The newest generation of an environment, which may say that it was removed. */
  Optional<CodeVersion> head(EnvironmentName environment);

  /** The heads of all environments, sorted by name, removed ones left out. */
  List<CodeVersion> heads();

  /** The kept generations of an environment, the newest first. */
  List<CodeVersion> history(EnvironmentName environment);

  /**
   * Publishes what a plain codedir holds. A tree that is already the head is {@code Current}; one
   * that was an older generation is a stale checkout and is not published.
   *
   * @param tree hash of the content
   * @param language 7 or 8; a change of it is a new generation
   */
  Published publish(EnvironmentName environment, String tree, int language);

  /**
   * Makes a tree the next generation, whether it was one before (a rollback) or not.
   *
   * @param seen the generation of the head that the caller has seen, 0 for none
   * @return the new head, or empty if the head is not the one seen
   */
  Optional<CodeVersion> deploy(EnvironmentName environment, String tree, int language, long seen);

  /** Marks an environment as removed; a later one of the same name goes on counting. */
  void remove(EnvironmentName environment);

  /**
   * Stores content once.
   *
   * @return its SHA-256 in hexadecimal digits
   */
  String putBlob(Bytes content);

  /** Content by its SHA-256. */
  Optional<Bytes> blob(String sha256);

  /** How a codedir compares with the store. */
  sealed interface Published {
    /** The head of the environment, whatever became of the tree. */
    CodeVersion head();

    /** The tree has become a new generation. */
    record New(CodeVersion head) implements Published {}

    /** The tree is the head. */
    record Current(CodeVersion head) implements Published {}

    /** The tree was the content of an older generation. */
    record Stale(CodeVersion head, long generation) implements Published {}
  }
}
