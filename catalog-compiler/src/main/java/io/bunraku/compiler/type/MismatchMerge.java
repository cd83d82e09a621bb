// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells in one sentence what all alternatives refuse for the same reason. */
final class MismatchMerge {

  private MismatchMerge() {}

  static List<Mismatch> merge(int varyingStep, boolean arguments, List<List<Mismatch>> variants) {
    List<Mismatch> all = new ArrayList<>();
    variants.forEach(all::addAll);
    List<Predicate<Mismatch>> kinds =
        List.of(
            m -> m instanceof Mismatch.WrongSize size && (size.arguments() || !arguments),
            Mismatch.MissingBlock.class::isInstance,
            Mismatch.UnexpectedBlock.class::isInstance,
            Mismatch.WrongType.class::isInstance);
    for (Predicate<Mismatch> kind : kinds) {
      List<Mismatch> same = all.stream().filter(kind).toList();
      if (!same.isEmpty() && same.size() == variants.size()) {
        Mismatch merged = mergeAll(same);
        if (merged != null) {
          all = List.of(merged);
          break;
        }
      }
    }
    List<Mismatch> unique = unique(all);
    return unique.size() == 1 ? List.of(unique.get(0).withoutStep(varyingStep)) : unique;
  }

  private static @Nullable Mismatch mergeAll(List<Mismatch> mismatches) {
    Mismatch result = mismatches.get(0);
    for (Mismatch next : mismatches.subList(1, mismatches.size())) {
      result = Mismatch.merge(result, next);
      if (result == null) {
        return null;
      }
    }
    return result;
  }

  private static List<Mismatch> unique(List<Mismatch> mismatches) {
    List<Mismatch> unique = new ArrayList<>();
    for (Mismatch mismatch : mismatches) {
      if (unique.stream().noneMatch(mismatch::isSame)) {
        unique.add(mismatch);
      }
    }
    return unique;
  }
}
