// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.Deferred;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Uri;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of values ({@code type_calculator.rb}): for messages and {@code type()}. */
public final class TypeInference {

  private TypeInference() {}

  /** The type of a value; elements of collections are reduced to one common type. */
  public static PuppetType infer(Object value) {
    return switch (value) {
      case String s -> StringType.ofValue(s);
      case Long n -> IntegerType.exactly(n);
      case Double d -> new FloatType(d, d);
      case Boolean b -> new BooleanType(b);
      case Undef u -> UndefType.UNDEF;
      case Default d -> DefaultType.DEFAULT;
      case List<?> list -> inferList(list);
      case Map<?, ?> map -> inferMap(map);
      case PuppetType type -> new TypeType(type);
      case PuppetRegexp regexp -> new RegexpType(regexp);
      case Sensitive s -> new SensitiveType(infer(s.value()));
      case TypedValue typed -> typed.puppetType();
      default -> inferOther(value);
    };
  }

  private static PuppetType inferOther(Object value) {
    return switch (value) {
      case Timespan t -> new TimespanType(t, t);
      case Timestamp t -> new TimestampType(t, t);
      case SemVer v -> SemVerType.DEFAULT;
      case SemVerRange r -> SemVerRangeType.SEM_VER_RANGE;
      case Binary b -> BinaryType.BINARY;
      case Uri u -> UriParameters.read(u);
      case Deferred d -> BuiltinTypes.DEFERRED;
      case BigInteger n -> IntegerType.exactly(n);
      default -> new RuntimeType("java", value.getClass().getName());
    };
  }

  private static PuppetType inferList(List<?> list) {
    return list.isEmpty()
        ? ArrayType.EMPTY
        : new ArrayType(reduce(list), IntegerType.exactly(list.size()));
  }

  private static PuppetType inferMap(Map<?, ?> map) {
    return map.isEmpty()
        ? HashType.EMPTY
        : new HashType(reduce(map.keySet()), reduce(map.values()), IntegerType.exactly(map.size()));
  }

  private static PuppetType reduce(Iterable<?> values) {
    PuppetType result = null;
    for (Object value : values) {
      PuppetType type = infer(value);
      result = result == null ? type : CommonType.of(result, type);
    }
    return result == null ? AnyType.ANY : result;
  }

  /** The type of a value in all its details: collections keep the type of each element. */
  public static PuppetType inferSet(Object value) {
    return switch (value) {
      case List<?> list -> inferSetList(list);
      case Map<?, ?> map -> inferSetMap(map);
      case SemVer v -> new SemVerType(List.of(SemVerRange.between(v, v, false)));
      default -> infer(value);
    };
  }

  private static PuppetType inferSetList(List<?> list) {
    return list.isEmpty() ? ArrayType.EMPTY : new TupleType(inferSets(list), null);
  }

  private static List<PuppetType> inferSets(Iterable<?> values) {
    List<PuppetType> types = new ArrayList<>();
    values.forEach(value -> types.add(inferSet(value)));
    return types;
  }

  private static PuppetType inferSetMap(Map<?, ?> map) {
    if (map.isEmpty()) {
      return HashType.EMPTY;
    }
    if (map.keySet().stream().allMatch(StringType.NON_EMPTY::isInstance)) {
      List<StructElement> elements = new ArrayList<>();
      map.forEach((key, value) ->
          elements.add(new StructElement(StringType.ofValue((String) key), inferSet(value))));
      return new StructType(elements);
    }
    return new HashType(
        VariantType.of(inferSets(map.keySet())),
        VariantType.of(inferSets(map.values())),
        IntegerType.exactly(map.size()));
  }

  /** The type of a value without what tells it from others of its kind. */
  public static PuppetType inferGeneric(Object value) {
    return infer(value).generalize();
  }

  /** The narrowest type that Puppet finds for both; a null is no type. */
  public static @Nullable PuppetType common(@Nullable PuppetType a, @Nullable PuppetType b) {
    return a == null ? b : b == null ? a : CommonType.of(a, b);
  }
}
