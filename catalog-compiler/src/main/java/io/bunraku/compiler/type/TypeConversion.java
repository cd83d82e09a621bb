// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New values of types: what {@code Type.new} and {@code Type(...)} give. */
public final class TypeConversion {

  private static final Conversion INIT_UNIT =
      new Conversion.Builder("new_unit")
          .way(Conversion.takes(1, "from", AnyType.ANY), arguments -> arguments.get(0))
          .build();

  private TypeConversion() {}

  /**
   * Makes a new value.
   *
   * @param type the type
   * @param arguments what to make it from
   * @return a value of the type
   * @throws EvaluationException with Puppet's message
   */
  public static Object newInstance(PuppetType type, List<Object> arguments) {
    if (arguments.size() == 1 && !(type instanceof InitType) && type.isInstance(arguments.get(0))) {
      return arguments.get(0);
    }
    Object result = convert(type, arguments);
    return type.isInstance(result)
        ? result
        : TypeAsserter.assertInstanceOf("Converted value from " + type + ".new()", type, result);
  }

  private static Object convert(PuppetType type, List<Object> arguments) {
    if (type instanceof InitType init && init.type() != null) {
      return convertInit(init, init.type(), arguments);
    }
    return conversion(type).call(arguments);
  }

  private static Object convertInit(InitType init, PuppetType type, List<Object> arguments) {
    if (arguments.size() != 1) {
      throw new EvaluationException(
          MismatchDescriber.describeSignatures(
              "new_Init", List.of(Conversion.takes(1, "value", AnyType.ANY)), arguments, null));
    }
    init.signatures();
    List<Object> all = new ArrayList<>(arguments);
    Object value = arguments.get(0);
    if (init.arguments().isEmpty() && value instanceof List<?> list && !takesAlone(type, value)) {
      all = new ArrayList<>(list);
    }
    all.addAll(init.arguments());
    return newInstance(type, all);
  }

  /** Whether an array is one argument rather than all of them. */
  private static boolean takesAlone(PuppetType type, Object value) {
    List<TupleType> signatures = signatures(type);
    List<Object> alone = List.of(value);
    List<TupleType> others = signatures.stream().filter(s -> !takesOne(s)).toList();
    return type.isInstance(value)
        || signatures.stream().anyMatch(s -> takesOne(s) && s.isInstance(alone))
        || (others.stream().noneMatch(s -> s.isInstance(value))
            && others.stream().anyMatch(s -> s.isInstance(alone)));
  }

  private static boolean takesOne(TupleType signature) {
    return IntegerType.exactly(1).equals(signature.effectiveSize());
  }

  /** What the ways to make a value of a type take; none if there is no way. */
  static List<TupleType> signatures(PuppetType type) {
    Conversion conversion = find(type);
    if (conversion == null) {
      throw notSupportedItself(type);
    }
    return conversion.signatures().stream().map(Signature::parameters).toList();
  }

  private static Conversion conversion(PuppetType type) {
    Conversion conversion = find(type);
    if (conversion == null) {
      throw notSupported(type);
    }
    return conversion;
  }

  /** Names the type that an optional one or an alias stands for, as that is asked in its place. */
  static EvaluationException notSupported(PuppetType type) {
    return switch (type) {
      case TypeAliasType alias -> notSupported(alias.resolvedType());
      case OptionalType optional when optional.type() != null -> notSupported(optional.type());
      case NotUndefType notUndef when notUndef.type() != null -> notSupported(notUndef.type());
      case ObjectType object when object.isGeneral() ->
          new EvaluationException("undefined method `sub' for nil:NilClass");
      default -> notSupportedItself(type);
    };
  }

  /** Names the type as it is written. */
  static EvaluationException notSupportedItself(PuppetType type) {
    String name = type instanceof TypeAliasType alias ? alias.name() : type.toString();
    return new EvaluationException(
        "Creation of new instance of type '" + name + "' is not supported");
  }

  /** Puppet asks what is not there; Ruby then shows the line of its source too. */
  private static EvaluationException optionalOfNothing() {
    return new EvaluationException(
        "undefined method `new_function' for nil:NilClass\n\n"
            + "    optional_type.new_function\n"
            + "                 ^^^^^^^^^^^^^");
  }

  private static @Nullable Conversion find(PuppetType type) {
    return switch (type) {
      case IntegerType t -> NumberConversion.INTEGER;
      case FloatType t -> NumberConversion.FLOAT;
      case NumericType t -> NumberConversion.NUMERIC;
      case BooleanType t -> ScalarConversion.BOOLEAN;
      case StringType t -> ScalarConversion.STRING;
      case RegexpType t -> ScalarConversion.REGEXP;
      case TypeType t -> ScalarConversion.TYPE;
      case SensitiveType t -> ScalarConversion.SENSITIVE;
      case UriType t -> ScalarConversion.URI;
      case BinaryType t -> BinaryConversion.BINARY;
      case ArrayType t -> CollectionConversion.ARRAY;
      case TupleType t -> CollectionConversion.ARRAY;
      case HashType t -> CollectionConversion.HASH;
      case StructType t -> CollectionConversion.HASH;
      case SemVerType t -> VersionConversion.VERSION;
      case SemVerRangeType t -> VersionConversion.RANGE;
      case TimespanType t -> TimeConversion.TIMESPAN;
      case TimestampType t -> TimeConversion.TIMESTAMP;
      case ObjectType t -> ObjectConversion.of(t);
      case ObjectTypeExtension t -> ObjectConversion.of(t.baseType());
      case TypeAliasType t -> find(t.resolvedType());
      case OptionalType t -> {
        if (t.type() == null) {
          throw optionalOfNothing();
        }
        yield find(t.type());
      }
      case NotUndefType t -> t.type() == null ? INIT_UNIT : find(t.type());
      case UnitType t -> INIT_UNIT;
      default -> null;
    };
  }
}
