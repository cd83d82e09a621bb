// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Walks through what a type is made of, each part once. */
final class AliasWalk {

  private AliasWalk() {}

  static boolean reaches(PuppetType from, TypeAliasType alias) {
    return find(from, alias::equals, (type, child) -> true, newSeen());
  }

  static boolean reachesWithoutDescent(PuppetType from, TypeAliasType alias) {
    return find(from, alias::equals, (type, child) -> !descends(type), newSeen());
  }

  /** Whether there is anything but variants and aliases. */
  static boolean containsRealType(TypeAliasType origin, PuppetType from) {
    Set<PuppetType> seen = newSeen();
    seen.add(origin);
    return find(
        from,
        type -> !(type instanceof TypeAliasType) && !(type instanceof VariantType),
        (type, child) -> true,
        seen);
  }

  private static boolean descends(PuppetType type) {
    return switch (type) {
      case ArrayType t -> true;
      case HashType t -> true;
      case StructType t -> true;
      case TupleType t -> true;
      case TypeType t -> true;
      case SensitiveType t -> true;
      case CallableType t -> true;
      default -> false;
    };
  }

  private static Set<PuppetType> newSeen() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static boolean find(
      PuppetType type,
      Predicate<PuppetType> wanted,
      BiPredicate<PuppetType, PuppetType> into,
      Set<PuppetType> seen) {
    if (wanted.test(type)) {
      return true;
    }
    if (!seen.add(type)) {
      return false;
    }
    for (PuppetType child : type.children()) {
      if (into.test(type, child) && find(child, wanted, into, seen)) {
        return true;
      }
    }
    return false;
  }

  /** The first unknown type within a type, or null. */
  static @org.jspecify.annotations.Nullable TypeReferenceType unresolvedIn(PuppetType type) {
    TypeReferenceType[] found = new TypeReferenceType[1];
    boolean any =
        find(
            type,
            t -> {
              if (t instanceof TypeReferenceType reference) {
                found[0] = reference;
                return true;
              }
              return false;
            },
            (t, child) -> true,
            newSeen());
    return any ? found[0] : null;
  }
}
