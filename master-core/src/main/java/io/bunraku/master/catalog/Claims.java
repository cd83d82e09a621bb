// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.catalog;

import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.Facts;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What nodes say of the code that they have had: the fact {@value #FACT}, which the plug-in that
 * every master serves keeps in the agent's state directory. It can only refuse, and only the node
 * that says it, so nobody gains by a lie.
 */
public final class Claims {
  /** A map of environments to the {@code code_id} of the last catalog from each. */
  public static final String FACT = "bunraku_code";

  private final GenerationLookup known;

  /** Finds the generation of a tree among those that this master knows. */
  @FunctionalInterface
  public interface GenerationLookup {
    /** The highest generation that a tree was; empty if this master has never heard of it. */
    OptionalLong generation(EnvironmentName environment, String codeId);
  }

  /** A node's word. */
  sealed interface Claim {
    /** The node does not say, so nobody knows. */
    record Missing() implements Claim {}

    /** It has had code that this master does not know, which may be newer. */
    record Unknown(String codeId) implements Claim {}

    /** The generation that it has had, 0 for none. */
    record Had(long generation) implements Claim {}
  }

  /**
   * @param known what this master knows, also while the store is away
   */
  public Claims(GenerationLookup known) {
    this.known = known;
  }

  Claim of(@Nullable Facts facts, EnvironmentName environment) {
    if (facts == null || !(facts.values().get(FACT) instanceof Map<?, ?> code)) {
      return new Claim.Missing();
    }
    Object codeId = code.get(environment.value());
    if (codeId == null) {
      return new Claim.Had(0);
    }
    OptionalLong generation = known.generation(environment, String.valueOf(codeId));
    return generation.isPresent()
        ? new Claim.Had(generation.getAsLong())
        : new Claim.Unknown(String.valueOf(codeId));
  }
}
