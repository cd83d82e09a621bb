// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A name for another type, which may contain this name again. It is resolved at its first use.
 * Threads may share it: all aliases that can reach each other have one lock.
 */
public final class TypeAliasType implements PuppetType {

  private final String name;
  private final Supplier<PuppetType> expression;
  private final Object lock;
  private final boolean normalized;
  private volatile @Nullable PuppetType resolved;
  private boolean resolving;
  private volatile @Nullable Boolean selfRecursive;
  private volatile @Nullable Boolean needsGuard;

  /**
   * Creates an alias.
   *
   * @param name as written
   * @param expression gives the type; called once, but again after it has thrown
   * @param lock one for all aliases of a loader and its parents
   */
  public TypeAliasType(String name, Supplier<PuppetType> expression, Object lock) {
    this(name, expression, lock, true);
  }

  private TypeAliasType(
      String name, Supplier<PuppetType> expression, Object lock, boolean normalized) {
    this.name = name;
    this.expression = expression;
    this.lock = lock;
    this.normalized = normalized;
  }

  /** An alias that Puppet itself brings: its type stays as it is written. */
  static TypeAliasType builtin(String name, Supplier<PuppetType> expression, Object lock) {
    return new TypeAliasType(name, expression, lock, false);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String simpleName() {
    return "TypeAlias";
  }

  /** Resolves the type if it is not yet; returns this. */
  public TypeAliasType resolve() {
    if (resolved == null) {
      resolvedType();
    }
    return this;
  }

  /**
   * What the alias stands for; within its own resolution an unresolved reference.
   *
   * @throws EvaluationException if it stands for nothing but itself, or has an error
   */
  public PuppetType resolvedType() {
    PuppetType type = resolved;
    if (type != null) {
      return type;
    }
    synchronized (lock) {
      if (resolving) {
        return TypeReferenceType.UNRESOLVED;
      }
      type = resolved;
      return type == null ? resolveNow() : type;
    }
  }

  private PuppetType resolveNow() {
    resolving = true;
    try {
      PuppetType written = expression.get();
      PuppetType type = normalized ? written.normalize() : written;
      if (!AliasWalk.containsRealType(this, type)) {
        throw new EvaluationException(
            "Type alias '" + name + "' cannot be resolved to a real type");
      }
      type = AliasWalk.reaches(type, this) ? withoutUnreal(type) : type;
      resolved = type;
      return type;
    } finally {
      resolving = false;
    }
  }

  private PuppetType withoutUnreal(PuppetType type) {
    if (!(type instanceof VariantType variant)) {
      return type;
    }
    List<PuppetType> real = new ArrayList<>();
    for (PuppetType member : variant.types()) {
      if (!member.equals(this) && AliasWalk.containsRealType(this, member)) {
        real.add(member);
      }
    }
    return real.size() == variant.types().size() ? type : VariantType.of(real);
  }

  /** Whether the type contains this alias. */
  public boolean isSelfRecursive() {
    Boolean known = selfRecursive;
    if (known == null) {
      known = AliasWalk.reaches(resolvedType(), this);
      if (resolved != null) {
        selfRecursive = known;
      }
    }
    return known;
  }

  /** Whether the alias comes back on a path that does not go into the parts of a value. */
  private boolean needsGuard() {
    Boolean known = needsGuard;
    if (known == null) {
      known = AliasWalk.reachesWithoutDescent(resolvedType(), this);
      if (resolved != null) {
        needsGuard = known;
      }
    }
    return known;
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    if (!needsGuard()) {
      return resolvedType().isInstance(value, guard);
    }
    Guard used = guard == null ? new Guard() : guard;
    return used.withThat(
        value,
        outer ->
            used.withThis(
                this, state -> state != Guard.IN_BOTH && resolvedType().isInstance(value, used)));
  }

  @Override
  public boolean isAssignable(PuppetType other, @Nullable Guard guard) {
    if (!isSelfRecursive()) {
      return Assignability.unwrapped(this, other, guard);
    }
    Guard used = guard == null ? new Guard() : guard;
    return used.withThis(
        this, state -> state == Guard.IN_BOTH || Assignability.unwrapped(this, other, used));
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return resolvedType().isAssignable(other, guard);
  }

  private <T> T guarded(@Nullable Guard guard, T otherwise, Function<@Nullable Guard, T> body) {
    if (!isSelfRecursive()) {
      return body.apply(guard);
    }
    Guard used = guard == null ? new Guard() : guard;
    return used.withThis(
        this, state -> (state & Guard.IN_THIS) == 0 ? body.apply(used) : otherwise);
  }

  @Override
  public boolean isIterable(@Nullable Guard guard) {
    return guarded(guard, false, g -> resolvedType().isIterable(g));
  }

  @Override
  public @Nullable IterableType iterableType(@Nullable Guard guard) {
    if (!isSelfRecursive()) {
      return resolvedType().iterableType(guard);
    }
    List<IterableType> found = new ArrayList<>();
    guarded(
        guard,
        false,
        g -> {
          IterableType type = resolvedType().iterableType(g);
          return type != null && found.add(type);
        });
    return found.isEmpty() ? null : found.get(0);
  }

  @Override
  public boolean isKindOfCallable(boolean optional, @Nullable Guard guard) {
    return guarded(guard, false, g -> resolvedType().isKindOfCallable(optional, g));
  }

  @Override
  public boolean isArgumentOf(CallableType callable, @Nullable Guard guard) {
    return guarded(guard, false, g -> resolvedType().isArgumentOf(callable, g));
  }

  @Override
  public PuppetType unparameterized() {
    return this;
  }

  @Override
  public List<PuppetType> children() {
    return List.of(resolvedType());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TypeAliasType alias && name.equals(alias.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return TypeFormatter.expandedString(this);
  }
}
