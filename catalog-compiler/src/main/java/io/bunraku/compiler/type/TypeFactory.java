// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import io.bunraku.compiler.value.Undef;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes types of what stands between brackets ({@code type_factory.rb}). */
final class TypeFactory {

  private TypeFactory() {}

  /** What a value stands for as a type: itself, or the general type of it. */
  static PuppetType typeOf(Object value) {
    return switch (value) {
      case PuppetType type -> type;
      case String name -> new RuntimeType("ruby", name);
      case Default d -> DefaultType.DEFAULT;
      default -> TypeInference.inferGeneric(value);
    };
  }

  static boolean isInteger(@Nullable Object value) {
    return value instanceof Long || value instanceof BigInteger;
  }

  static boolean isRangeParameter(@Nullable Object value) {
    return isInteger(value) || value == Default.DEFAULT || "default".equals(value);
  }

  static IntegerType range(@Nullable Object from, @Nullable Object to) {
    return new IntegerType(bound(from), bound(to));
  }

  private static @Nullable Number bound(@Nullable Object value) {
    return isInteger(value) ? (Number) value : null;
  }

  static FloatType floatRange(@Nullable Object from, @Nullable Object to) {
    return new FloatType(
        from instanceof Number n ? n.doubleValue() : Double.NEGATIVE_INFINITY,
        to instanceof Number n ? n.doubleValue() : Double.POSITIVE_INFINITY);
  }

  static PuppetType variant(List<Object> values) {
    return VariantType.of(values.stream().map(TypeFactory::typeOf).toList());
  }

  static PuppetType optional(Object value) {
    return new OptionalType(stringOrType(value));
  }

  static PuppetType notUndef(Object value) {
    return new NotUndefType(stringOrType(value));
  }

  private static PuppetType stringOrType(Object value) {
    return value instanceof String text ? StringType.ofValue(text) : typeOf(value);
  }

  static TupleType tuple(List<Object> types, @Nullable IntegerType size) {
    return new TupleType(types.stream().map(TypeFactory::typeOf).toList(), size);
  }

  static StructType struct(Map<?, ?> map) {
    List<StructElement> elements = new ArrayList<>();
    map.forEach((key, value) -> elements.add(element(key, typeOf(value))));
    return new StructType(elements);
  }

  private static StructElement element(Object key, PuppetType value) {
    if (key instanceof String name) {
      if (name.isEmpty()) {
        throw new EvaluationException("Struct element key cannot be an empty String");
      }
      return StructElement.of(name, value);
    }
    PuppetType keyType = key instanceof NotUndefType notUndef ? notUndef.type() : asType(key);
    PuppetType literal = literalKey(key);
    if (keyType == null || !(literal instanceof StringType string) || string.value() == null) {
      throw new EvaluationException(
          "Unable to extract a non-empty literal string from Struct member key type " + keyType);
    }
    return new StructElement(keyType instanceof EnumType ? literal : keyType, value);
  }

  private static PuppetType asType(Object key) {
    return key instanceof PuppetType type ? type : AnyType.ANY;
  }

  private static @Nullable PuppetType literalKey(Object key) {
    return switch (key) {
      case NotUndefType notUndef -> notUndef.type();
      case OptionalType optional -> optional.type();
      case StringType string -> string;
      case EnumType e -> e.values().size() == 1 ? StringType.ofValue(e.values().get(0)) : null;
      default ->
          throw new EvaluationException(
              "Illegal Struct member key type. Expected NotUndef, Optional, String, or Enum. Got: "
                  + RubyClassName.of(key));
    };
  }

  static PatternType pattern(List<Object> values) {
    LinkedHashSet<RegexpType> patterns = new LinkedHashSet<>();
    for (Object value : values) {
      switch (value) {
        case String text -> patterns.add(new RegexpType(new PuppetRegexp(text).compile()));
        case PuppetRegexp regexp -> patterns.add(new RegexpType(regexp));
        case RegexpType type -> patterns.add(type);
        case PatternType type -> patterns.addAll(type.patterns());
        default ->
            throw new EvaluationException(
                "Only String, Regexp, Pattern-Type, and Regexp-Type are allowed: got '"
                    + RubyClassName.of(value));
      }
    }
    return new PatternType(List.copyOf(patterns));
  }

  static RegexpType regexp(Object value) {
    return switch (value) {
      case PuppetRegexp regexp -> new RegexpType(regexp);
      default -> RegexpType.ofPattern(value.toString());
    };
  }

  static EnumType enumeration(List<Object> values) {
    boolean flag = !values.isEmpty() && values.get(values.size() - 1) instanceof Boolean;
    List<Object> names = flag ? values.subList(0, values.size() - 1) : values;
    return new EnumType(
        names.stream().map(Object::toString).toList(),
        flag && Boolean.TRUE.equals(values.get(values.size() - 1)));
  }

  static CallableType callable(List<Object> values) {
    if (values.size() == 2 && values.get(0) instanceof List<?> parameters) {
      return callable(new ArrayList<>(parameters), typeOf(values.get(1)));
    }
    return callable(new ArrayList<>(values), null);
  }

  private static CallableType callable(List<Object> values, @Nullable PuppetType returns) {
    PuppetType block = null;
    Object last = last(values, 1);
    if (last instanceof PuppetType type && type.isKindOfCallable(true, null)) {
      block = type;
      values.remove(values.size() - 1);
    }
    IntegerType size = null;
    if (isRangeParameter(last(values, 2)) && isRangeParameter(last(values, 1))) {
      size = range(last(values, 2), last(values, 1));
      values.subList(values.size() - 2, values.size()).clear();
    } else if (isRangeParameter(last(values, 1))) {
      size = range(last(values, 1), null);
      values.remove(values.size() - 1);
    }
    List<PuppetType> types = new ArrayList<>(values.stream().map(TypeFactory::typeOf).toList());
    if (types.isEmpty() && size != null && size.maximum() > 0) {
      types.add(UnitType.UNIT);
    }
    return new CallableType(new TupleType(types, size), block, returns);
  }

  static @Nullable Object last(List<Object> values, int back) {
    return values.size() < back ? null : values.get(values.size() - back);
  }

  static SemVerType semVer(List<Object> ranges) {
    return new SemVerType(
        ranges.stream()
            .map(r -> r instanceof SemVerRange range ? range : SemVerRange.parse(r.toString()))
            .toList());
  }

  static TimespanType timespan(List<Object> values) {
    return new TimespanType(
        values.isEmpty() ? null : TimeArguments.timespan(values.get(0)),
        values.size() < 2 ? null : TimeArguments.timespan(values.get(1)));
  }

  static TimestampType timestamp(List<Object> values) {
    return new TimestampType(
        values.isEmpty() ? null : TimeArguments.timestamp(values.get(0)),
        values.size() < 2 ? null : TimeArguments.timestamp(values.get(1)));
  }

  /** The bounds of ranges of time, as values that Puppet converts. */
  private static final class TimeArguments {

    static @Nullable Timespan timespan(Object value) {
      return switch (value) {
        case Timespan span -> span;
        case Undef undef -> null;
        case Default word -> null;
        case String text -> Timespan.parse(text);
        case Long seconds -> Timespan.ofSeconds(seconds);
        case Double seconds -> Timespan.ofSeconds(seconds);
        case Map<?, ?> map -> TimeConversion.timespan(map);
        default -> throw illegal("Timespan", value);
      };
    }

    static @Nullable Timestamp timestamp(Object value) {
      return switch (value) {
        case Timestamp stamp -> stamp;
        case Undef undef -> null;
        case Default word -> null;
        case String text -> Timestamp.parse(text);
        case Long seconds -> Timestamp.ofSeconds(seconds);
        case Double seconds -> Timestamp.ofSeconds(seconds);
        case Map<?, ?> map -> TimeConversion.timestamp(map);
        default -> throw illegal("Timestamp", value);
      };
    }

    private static EvaluationException illegal(String name, Object value) {
      return new EvaluationException(
          "Unable to create a Puppet::Pops::Time::" + name + " from a " + RubyClassName.of(value));
    }
  }

  static PuppetType resource(Object type, @Nullable String title) {
    return switch (type) {
      case ResourceType resource -> new ResourceType(resource.typeName(), title);
      case String name -> {
        String capitalized = TypeFormatter.capitalizeSegments(name);
        if (!Names.isClassReference(capitalized)) {
          throw new EvaluationException("Illegal type name '" + capitalized + "'");
        }
        yield new ResourceType(capitalized, title);
      }
      default ->
          throw new EvaluationException("The type name cannot be a " + RubyClassName.of(type));
    };
  }

  /** An object type that a hash describes; all of them if it is empty. */
  static PuppetType object(Object hash) {
    return isEmpty(hash)
        ? ObjectType.DEFAULT
        : new ObjectType(null, () -> hash, new Object()).resolve();
  }

  /** A type set that a hash describes; all of them if it is empty. */
  static PuppetType typeSet(Object hash) {
    return isEmpty(hash)
        ? TypeSetType.DEFAULT
        : new TypeSetType(null, TypeSetReader.read(null, hash, TypeResolver.NONE));
  }

  private static boolean isEmpty(Object hash) {
    return switch (hash) {
      case Undef undef -> true;
      case String text -> text.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      case List<?> list -> list.isEmpty();
      default ->
          throw new EvaluationException(
              "undefined method `empty?' for %s:%s"
                  .formatted(TypeFormatter.valueString(hash), RubyClassName.of(hash)));
    };
  }
}
