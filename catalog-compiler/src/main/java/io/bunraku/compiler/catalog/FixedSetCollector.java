// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code realize} makes: collects resources by reference. */
final class FixedSetCollector extends Collector {

  private final CatalogState state;
  private final List<String> references;

  FixedSetCollector(CatalogState state, Scope scope, List<String> references) {
    super(scope, null);
    this.state = state;
    this.references = new ArrayList<>(references);
  }

  @Override
  List<CatalogResource> collect() {
    List<CatalogResource> found = new ArrayList<>();
    references.removeIf(reference -> {
      CatalogResource resource = find(reference);
      if (resource != null) {
        found.add(resource);
      }
      return resource != null;
    });
    if (references.isEmpty()) {
      state.collectors().remove(this);
    }
    return found;
  }

  @Override
  List<String> unresolved() {
    return references;
  }

  /** What is wrong with a reference is an error of Ruby, which the compiler passes on. */
  private @Nullable CatalogResource find(String reference) {
    try {
      return state.findReference(reference);
    } catch (EvaluationException e) {
      throw new EvaluationException(
          "Puppet::Parser::Compiler failed with error ArgumentError: " + e.getMessage());
    }
  }
}
