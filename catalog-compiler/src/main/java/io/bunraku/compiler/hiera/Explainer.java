// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Notes what a lookup does, step by step, and tells it as {@code puppet lookup --explain} does. One
 * for each lookup, on one thread.
 */
public final class Explainer {

  private final boolean onlyOptions;
  private final Explanation root = new Explanation(Explanation.Kind.ROOT, "", null);
  private Explanation current = root;

  /**
   * Creates an explainer.
   *
   * @param onlyOptions whether only the search for {@code lookup_options} is told of
   */
  public Explainer(boolean onlyOptions) {
    this.onlyOptions = onlyOptions;
  }

  boolean onlyOptions() {
    return onlyOptions;
  }

  /** Runs a step, whose own steps are told below it. */
  @Nullable Object within(
      Explanation.Kind kind,
      String name,
      @Nullable Object detail,
      Supplier<@Nullable Object> step) {
    Explanation outer = current;
    current = outer.add(new Explanation(kind, name, detail));
    try {
      return step.get();
    } finally {
      current = outer;
    }
  }

  void found(Object key, Object value) {
    current.found(String.valueOf(key), value);
  }

  void result(Object value) {
    current.result(value);
  }

  void notFound(Object key) {
    current.notFound(String.valueOf(key));
  }

  void locationNotFound() {
    current.locationNotFound();
  }

  void mergeSource(String name) {
    current.add(new Explanation(Explanation.Kind.MERGE_SOURCE, name, null));
  }

  void line(String text) {
    current.add(new Explanation(Explanation.Kind.LINE, text, null));
  }

  /** Adds a remark to the present step. */
  public void text(String text) {
    current.text(text);
  }

  /** Hides the values of the last search, whose result turned out to be sensitive. */
  void redactLast() {
    if (!current.steps().isEmpty()) {
      current.steps().getLast().redact();
    }
  }

  /**
   * The whole explanation as data: hashes with symbols as keys, as Puppet renders it in other
   * formats than text.
   */
  public Map<Object, Object> toHash() {
    return ExplanationHash.of(root);
  }

  /** The whole explanation, as lines. */
  public String explain() {
    StringBuilder out = new StringBuilder();
    root.tell(out, "");
    return out.toString();
  }
}
