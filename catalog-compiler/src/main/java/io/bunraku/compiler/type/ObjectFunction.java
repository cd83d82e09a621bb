// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function of an object type. In the language it can be declared, not written.
 *
 * @param owner how messages call the type that it belongs to
 * @param name its name
 * @param type what it takes: a callable or a variant of callables
 * @param isFinal whether it cannot be overridden
 * @param override whether it overrides one of the parent's
 * @param annotations its annotations, or null
 */
public record ObjectFunction(
    String owner,
    String name,
    PuppetType type,
    boolean isFinal,
    boolean override,
    @Nullable Map<?, ?> annotations)
    implements ObjectMember {

  @Override
  public String feature() {
    return "function";
  }

  @Override
  public List<CallableType> callables() {
    List<CallableType> all = new ArrayList<>();
    List<PuppetType> types = type instanceof VariantType v ? v.types() : List.of(type);
    for (PuppetType one : types) {
      if (one instanceof CallableType callable) {
        all.add(callable);
      }
    }
    return all;
  }

  @Override
  public void describeMore(Map<String, Object> hash) {
    // all of it is common to members
  }
}
