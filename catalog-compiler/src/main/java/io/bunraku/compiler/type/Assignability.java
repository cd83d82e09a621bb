// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/** What assignability means for types that stand for others. */
final class Assignability {

  private Assignability() {}

  static boolean unwrapped(PuppetType self, PuppetType other, @Nullable Guard guard) {
    return switch (other) {
      case UnitType unit -> true;
      case TypeAliasType alias -> alias(self, alias, guard);
      case VariantType variant -> variant(self, variant, guard);
      case OptionalType optional -> {
        PuppetType type = optional.type();
        yield self.isAssignable(UndefType.UNDEF)
            && (type == null || self.isAssignable(type, guard));
      }
      case NotUndefType notUndef -> {
        PuppetType type = notUndef.type();
        if (type == null || type.isAssignable(UndefType.UNDEF)) {
          yield self.accepts(other, guard);
        }
        yield self.isAssignable(type, guard);
      }
      default -> self.accepts(other, guard);
    };
  }

  private static boolean alias(PuppetType self, TypeAliasType alias, @Nullable Guard guard) {
    if (!alias.isSelfRecursive()) {
      return self.isAssignable(alias.resolvedType(), guard);
    }
    Guard used = guard == null ? new Guard() : guard;
    return used.addThat(alias) == Guard.IN_BOTH || self.isAssignable(alias.resolvedType(), used);
  }

  private static boolean variant(PuppetType self, VariantType variant, @Nullable Guard guard) {
    if (self instanceof AnyType) {
      return true;
    }
    if (variant.types().isEmpty()) {
      return self instanceof NotUndefType && self.accepts(variant, guard);
    }
    for (PuppetType type : variant.types()) {
      if (!self.isAssignable(type, guard)) {
        return false;
      }
    }
    return true;
  }
}
