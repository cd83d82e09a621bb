// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds where a type does not match another one. */
final class TypeMismatches {

  private TypeMismatches() {}

  static List<MismatchPath> plus(List<MismatchPath> path, MismatchPath step) {
    List<MismatchPath> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  static List<Mismatch> describe(PuppetType expected, PuppetType actual, List<MismatchPath> path) {
    TypeReferenceType unresolved = AliasWalk.unresolvedIn(expected);
    return unresolved == null
        ? describe(expected.normalize(), expected, actual, path)
        : List.of(Mismatch.Named.unresolved(path, unresolved.typeString()));
  }

  /** Describes by the normal form of a type, but names the original. */
  private static List<Mismatch> describe(
      PuppetType expected, PuppetType original, PuppetType actual, List<MismatchPath> path) {
    return switch (expected) {
      case VariantType t -> variant(t, original, actual, path);
      case StructType t -> struct(t, original, actual, path);
      case HashType t -> hash(t, original, actual, path);
      case TupleType t -> tuple(t, original, actual, path, false);
      case ArrayType t -> array(t, original, actual, path);
      case CallableType t -> callable(t, original, actual, path);
      case OptionalType t -> optional(t, original, actual, path);
      case PatternType t -> List.of(Mismatch.WrongType.ofPattern(path, original, actual));
      case EnumType t -> List.of(Mismatch.WrongType.ofPattern(path, original, actual));
      case TypeAliasType t -> describe(t.resolvedType().normalize(), t, actual, path);
      default -> expected.isAssignable(actual) ? List.of() : wrong(path, original, actual);
    };
  }

  private static List<Mismatch> wrong(
      List<MismatchPath> path, PuppetType expected, PuppetType actual) {
    return List.of(Mismatch.WrongType.of(path, expected, actual));
  }

  private static List<Mismatch> wrongSize(
      List<MismatchPath> path, IntegerType expected, IntegerType actual, boolean arguments) {
    return List.of(new Mismatch.WrongSize(path, expected, actual, arguments));
  }

  private static List<Mismatch> variant(
      VariantType expected, PuppetType original, PuppetType actual, List<MismatchPath> path) {
    List<PuppetType> types = new ArrayList<>(expected.types());
    if (original instanceof OptionalType) {
      types.add(0, UndefType.UNDEF);
    }
    List<List<Mismatch>> variants = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      List<Mismatch> found = describe(types.get(i), actual, plus(path, MismatchPath.variant(i)));
      if (found.isEmpty()) {
        return List.of();
      }
      variants.add(found);
    }
    List<Mismatch> merged = MismatchMerge.merge(path.size(), false, variants);
    return original instanceof TypeAliasType && merged.size() == 1
        ? wrong(path, original, actual)
        : merged;
  }

  private static List<Mismatch> optional(
      OptionalType expected, PuppetType original, PuppetType actual, List<MismatchPath> path) {
    PuppetType inner = expected.type();
    if (actual instanceof UndefType || inner == null) {
      return List.of();
    }
    return describe(inner, original instanceof TypeAliasType ? original : expected, actual, path);
  }

  private static List<Mismatch> array(
      ArrayType expected, PuppetType original, PuppetType actual, List<MismatchPath> path) {
    return switch (actual) {
      case TupleType tuple -> arrayOfTuple(expected, tuple, path);
      case ArrayType array ->
          expected.size() == null || expected.size().isAssignable(array.effectiveSize())
              ? wrong(path, original, ArrayType.of(array.elementType()))
              : wrongSize(path, expected.size(), array.effectiveSize(), false);
      default -> wrong(path, original, actual);
    };
  }

  private static List<Mismatch> arrayOfTuple(
      ArrayType expected, TupleType actual, List<MismatchPath> path) {
    IntegerType size = actual.effectiveSizeByCount();
    if (!expected.effectiveSize().isAssignable(size)) {
      return wrongSize(path, expected.effectiveSize(), size, false);
    }
    List<Mismatch> found = new ArrayList<>();
    PuppetType element = expected.elementType();
    for (int i = 0; i < actual.types().size(); i++) {
      PuppetType type = actual.types().get(i);
      if (!element.isAssignable(type)) {
        found.addAll(describe(element, type, plus(path, MismatchPath.index(i))));
      }
    }
    return found;
  }

  private static List<Mismatch> hash(
      HashType expected, PuppetType original, PuppetType actual, List<MismatchPath> path) {
    return switch (actual) {
      case StructType struct -> hashOfStruct(expected, struct, path);
      case HashType hash ->
          expected.size() == null || expected.size().isAssignable(hash.effectiveSize())
              ? wrong(path, original, HashType.of(hash.keyType(), hash.valueType()))
              : wrongSize(path, expected.size(), hash.effectiveSize(), false);
      default -> wrong(path, original, actual);
    };
  }

  private static List<Mismatch> hashOfStruct(
      HashType expected, StructType actual, List<MismatchPath> path) {
    IntegerType size = sizeOf(actual);
    if (!expected.effectiveSize().isAssignable(size)) {
      return wrongSize(path, expected.effectiveSize(), size, false);
    }
    List<Mismatch> found = new ArrayList<>();
    for (StructElement element : actual.elements()) {
      describeEntry(found, element.name(), expected.keyType(), expected.valueType(), element, path);
    }
    return found;
  }

  private static IntegerType sizeOf(StructType struct) {
    long required = struct.elements().stream().filter(e -> !e.isOptional()).count();
    return IntegerType.of(required, struct.elements().size());
  }

  private static void describeEntry(
      List<Mismatch> found,
      String name,
      PuppetType keyType,
      PuppetType valueType,
      StructElement actual,
      List<MismatchPath> path) {
    if (!keyType.isAssignable(actual.keyType())) {
      found.addAll(describe(keyType, actual.keyType(), plus(path, MismatchPath.entryKey(name))));
    }
    if (!valueType.isAssignable(actual.valueType())) {
      found.addAll(describe(valueType, actual.valueType(), plus(path, MismatchPath.entry(name))));
    }
  }

  private static List<Mismatch> struct(
      StructType expected, PuppetType original, PuppetType actual, List<MismatchPath> path) {
    return switch (actual) {
      case StructType struct -> structOfStruct(expected, struct, path);
      case HashType hash -> {
        IntegerType size = sizeOf(expected);
        yield size.isAssignable(hash.effectiveSize())
            ? wrong(path, original, HashType.of(hash.keyType(), hash.valueType()))
            : wrongSize(path, size, hash.effectiveSize(), false);
      }
      default -> wrong(path, original, actual);
    };
  }

  private static List<Mismatch> structOfStruct(
      StructType expected, StructType actual, List<MismatchPath> path) {
    List<Mismatch> found = new ArrayList<>();
    Map<String, StructElement> rest = new LinkedHashMap<>(actual.byName());
    for (StructElement wanted : expected.elements()) {
      StructElement given = rest.remove(wanted.name());
      if (given != null) {
        describeEntry(found, wanted.name(), wanted.keyType(), wanted.valueType(), given, path);
      } else if (!wanted.isOptional()) {
        found.add(Mismatch.Named.missingKey(path, wanted.name()));
      }
    }
    rest.keySet().forEach(key -> found.add(Mismatch.Named.extraneousKey(path, key)));
    return found;
  }

  private static List<Mismatch> tuple(
      TupleType expected,
      PuppetType original,
      PuppetType actual,
      List<MismatchPath> path,
      boolean arguments) {
    if (expected.equals(actual) || (expected.types().isEmpty() && actual instanceof ArrayType)) {
      return List.of();
    }
    IntegerType size = expected.effectiveSize();
    return switch (actual) {
      case TupleType tuple ->
          size.isAssignable(tuple.effectiveSize())
              ? elements(expected, tuple, path)
              : wrongSize(path, size, tuple.effectiveSize(), arguments);
      case ArrayType array ->
          size.isAssignable(array.effectiveSize())
              ? elements(expected, array, path)
              : wrongSize(path, size, array.effectiveSize(), arguments);
      default -> wrong(path, original, actual);
    };
  }

  private static List<Mismatch> elements(
      TupleType expected, TupleType actual, List<MismatchPath> path) {
    List<Mismatch> found = new ArrayList<>();
    int last = expected.types().size() - 1;
    for (int i = 0; i < actual.types().size() && last >= 0; i++) {
      int index = Math.min(i, last);
      found.addAll(
          describe(
              expected.types().get(index),
              actual.types().get(i),
              plus(path, MismatchPath.index(index))));
    }
    return found;
  }

  private static List<Mismatch> elements(
      TupleType expected, ArrayType actual, List<MismatchPath> path) {
    List<Mismatch> found = new ArrayList<>();
    for (int i = 0; i < expected.types().size(); i++) {
      found.addAll(
          describe(
              expected.types().get(i), actual.elementType(), plus(path, MismatchPath.index(i))));
    }
    return found;
  }

  private static List<Mismatch> callable(
      CallableType expected, PuppetType original, PuppetType actual, List<MismatchPath> path) {
    if (!(actual instanceof CallableType given)) {
      return wrong(path, original, actual);
    }
    TupleType parameters = expected.parameters();
    TupleType givenParameters = given.parameters();
    if (parameters != null && givenParameters != null) {
      List<Mismatch> found = tuple(parameters, parameters, givenParameters, path, true);
      if (!found.isEmpty()) {
        return found;
      }
    }
    PuppetType returns = expected.returns() == null ? AnyType.ANY : expected.returns();
    PuppetType givenReturns = given.returns() == null ? AnyType.ANY : given.returns();
    if (!returns.isAssignable(givenReturns)) {
      return wrong(plus(path, MismatchPath.returnValue()), returns, givenReturns);
    }
    PuppetType block = expected.block() == null ? UndefType.UNDEF : expected.block();
    PuppetType givenBlock = given.block() == null ? UndefType.UNDEF : given.block();
    return parameters == null || givenBlock.isAssignable(block)
        ? List.of()
        : wrong(plus(path, MismatchPath.block()), block, givenBlock);
  }
}
