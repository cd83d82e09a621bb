// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of any of some types.
 *
 * @param types the types; none for no value at all
 */
public record VariantType(List<PuppetType> types) implements PuppetType {

  /** The variant without types. */
  public static final VariantType DEFAULT = new VariantType(List.of());

  public VariantType {
    types = List.copyOf(types);
  }

  /** A variant of the types, its variants dissolved; the type itself if there is only one. */
  public static PuppetType of(List<? extends PuppetType> types) {
    List<PuppetType> unique = List.copyOf(new LinkedHashSet<>(flatten(types)));
    return unique.size() == 1 ? unique.get(0) : new VariantType(unique);
  }

  /** A variant of the types. */
  public static PuppetType of(PuppetType... types) {
    return of(List.of(types));
  }

  static List<PuppetType> flatten(List<? extends PuppetType> types) {
    List<PuppetType> flat = new ArrayList<>();
    for (PuppetType type : types) {
      if (type instanceof VariantType variant) {
        flat.addAll(variant.types);
      } else {
        flat.add(type);
      }
    }
    return flat;
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i).isInstance(value, guard)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isAssignable(PuppetType other, @Nullable Guard guard) {
    if (other instanceof UndefType && types.isEmpty()) {
      return false;
    }
    if (!(other instanceof VariantType o)) {
      return Assignability.unwrapped(this, other, guard);
    }
    if (types.isEmpty()) {
      return true;
    }
    for (PuppetType type : o.types) {
      if (!Assignability.unwrapped(this, type, guard)) {
        return false;
      }
    }
    return !o.types.isEmpty();
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    for (PuppetType type : types) {
      if (type.isAssignable(other, guard)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public PuppetType generalize() {
    List<PuppetType> changed = new ArrayList<>();
    types.forEach(type -> changed.add(type.generalize()));
    return isSame(changed) ? this : of(changed);
  }

  @Override
  public PuppetType normalize() {
    return types.isEmpty() ? this : VariantNormalizer.normalize(this);
  }

  /** Whether a list holds the very objects of this variant. */
  boolean isSame(List<PuppetType> others) {
    return others.equals(types);
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public List<PuppetType> children() {
    return types;
  }

  @Override
  public boolean isKindOfCallable(boolean optional, @Nullable Guard guard) {
    for (PuppetType type : types) {
      if (!type.isKindOfCallable(optional, guard)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VariantType o
        && types.size() == o.types.size()
        && Set.copyOf(o.types).containsAll(types);
  }

  @Override
  public int hashCode() {
    return new HashSet<>(types).hashCode();
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
