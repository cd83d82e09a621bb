// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The type that two types have in common. */
final class CommonType {

  private CommonType() {}

  static PuppetType of(PuppetType a, PuppetType b) {
    if (a instanceof UndefType || a instanceof UnitType) {
      return b;
    }
    if (b instanceof UndefType || b instanceof UnitType) {
      return a;
    }
    if (a.isAssignable(b)) {
      return a;
    }
    if (b.isAssignable(a)) {
      return b;
    }
    PuppetType sameKind = ofKind(a, b);
    return sameKind == null ? abstractType(a, b) : sameKind;
  }

  private static @Nullable PuppetType ofKind(PuppetType a, PuppetType b) {
    return switch (a) {
      case ArrayType x when b instanceof ArrayType y ->
          ArrayType.of(of(x.elementType(), y.elementType()));
      case HashType x when b instanceof HashType y ->
          HashType.of(of(x.keyType(), y.keyType()), of(x.valueType(), y.valueType()));
      case ClassType x when b instanceof ClassType -> ClassType.DEFAULT;
      case ResourceType x when b instanceof ResourceType y ->
          x.typeName() != null && x.typeName().equals(y.typeName())
              ? new ResourceType(x.typeName(), null)
              : ResourceType.DEFAULT;
      case IntegerType x when b instanceof IntegerType y -> x.hull(y);
      case FloatType x when b instanceof FloatType y -> x.hull(y);
      case StringType x when b instanceof StringType y -> strings(x, y);
      case StringType x when b instanceof EnumType y -> stringAndEnum(y, x);
      case EnumType x when b instanceof StringType y -> enumAndString(x, y);
      case EnumType x when b instanceof EnumType y ->
          new EnumType(union(x.values(), y.values()), false);
      case PatternType x when b instanceof PatternType y ->
          new PatternType(union(x.patterns(), y.patterns()));
      case VariantType x when b instanceof VariantType y ->
          VariantType.of(union(x.types(), y.types()));
      case RegexpType x when b instanceof RegexpType -> RegexpType.DEFAULT;
      case CallableType x when b instanceof CallableType -> CallableType.DEFAULT;
      default -> null;
    };
  }

  private static PuppetType stringAndEnum(EnumType y, StringType x) {
    String value = x.value();
    return value == null
        ? EnumType.DEFAULT
        : new EnumType(union(y.values(), List.of(value)), false);
  }

  private static PuppetType enumAndString(EnumType x, StringType y) {
    return stringAndEnum(x, y);
  }

  private static PuppetType strings(StringType x, StringType y) {
    IntegerType sizeX = x.size();
    IntegerType sizeY = y.size();
    if (sizeX != null && sizeY != null) {
      return of(sizeX, sizeY) instanceof IntegerType size
          ? StringType.ofSize(size)
          : StringType.DEFAULT;
    }
    String a = x.value();
    String b = y.value();
    return a == null || b == null ? StringType.DEFAULT : EnumType.of(a, b);
  }

  private static <T> List<T> union(List<T> a, List<T> b) {
    LinkedHashSet<T> all = new LinkedHashSet<>(a);
    all.addAll(b);
    return new ArrayList<>(all);
  }

  private static PuppetType abstractType(PuppetType a, PuppetType b) {
    if (both(NumericType.NUMERIC, a, b)) {
      return NumericType.NUMERIC;
    }
    if (both(ScalarDataType.SCALAR_DATA, a, b)) {
      return ScalarDataType.SCALAR_DATA;
    }
    if (both(ScalarType.SCALAR, a, b)) {
      return ScalarType.SCALAR;
    }
    if (both(BuiltinTypes.DATA, a, b)) {
      return BuiltinTypes.DATA;
    }
    if (a instanceof TypeType x && b instanceof TypeType y) {
      return new TypeType(TypeInference.common(x.type(), y.type()));
    }
    return both(BuiltinTypes.RICH_DATA, a, b) ? BuiltinTypes.RICH_DATA : AnyType.ANY;
  }

  private static boolean both(PuppetType type, PuppetType a, PuppetType b) {
    return type.isAssignable(a) && type.isAssignable(b);
  }
}
