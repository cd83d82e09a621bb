// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.List;

/** Why signatures refuse arguments. */
final class SignatureMismatches {

  private SignatureMismatches() {}

  static List<List<Mismatch>> describeAll(List<Signature> signatures, TupleType arguments) {
    List<List<Mismatch>> errors = new ArrayList<>();
    List<List<Mismatch>> blockErrors = new ArrayList<>();
    for (int i = 0; i < signatures.size(); i++) {
      List<MismatchPath> path = List.of(MismatchPath.signature(i));
      errors.add(describeArguments(signatures.get(i), arguments, path));
      blockErrors.add(describeBlock(signatures.get(i), arguments, path));
    }
    if (errors.stream().noneMatch(List::isEmpty)) {
      return errors;
    }
    if (blockErrors.stream().noneMatch(List::isEmpty)) {
      return blockErrors;
    }
    for (int i = 0; i < errors.size(); i++) {
      if (errors.get(i).isEmpty()) {
        errors.set(i, blockErrors.get(i));
      }
    }
    return errors;
  }

  private static boolean endsWithBlock(TupleType arguments) {
    List<PuppetType> types = arguments.types();
    return !types.isEmpty() && types.get(types.size() - 1).isKindOfCallable(true, null);
  }

  private static List<Mismatch> describeArguments(
      Signature signature, TupleType arguments, List<MismatchPath> path) {
    int count = arguments.types().size() - (endsWithBlock(arguments) ? 1 : 0);
    TupleType parameters = signature.parameters();
    IntegerType expected = parameters.effectiveSize();
    if (!expected.contains(count)) {
      return List.of(new Mismatch.WrongSize(path, expected, IntegerType.exactly(count), true));
    }
    for (int i = 0; i < count && !parameters.types().isEmpty(); i++) {
      PuppetType type = parameters.typeAt(i);
      PuppetType argument = arguments.types().get(i);
      if (!type.isAssignable(argument)) {
        int known = Math.min(i, parameters.types().size() - 1);
        List<Mismatch> found =
            TypeMismatches.describe(
                type,
                argument,
                TypeMismatches.plus(path, MismatchPath.parameter(signature.parameterName(known))));
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  private static List<Mismatch> describeBlock(
      Signature signature, TupleType arguments, List<MismatchPath> path) {
    PuppetType block = signature.type().block();
    if (endsWithBlock(arguments)) {
      PuppetType given = arguments.types().get(arguments.types().size() - 1);
      return block == null
          ? List.of(new Mismatch.UnexpectedBlock(path))
          : TypeMismatches.describe(block, given, TypeMismatches.plus(path, MismatchPath.block()));
    }
    return block == null || block.isAssignable(UndefType.UNDEF)
        ? List.of()
        : List.of(new Mismatch.MissingBlock(path));
  }
}
