// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyNumbers;
import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.RegexpMatch;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** New numbers. */
final class NumberConversion {

  private static final String SIGN = "\\A[+-]?\\s*(?:";
  private static final String HEX = "(?:0[xX][0-9A-Fa-f]+)";
  private static final String BINARY = "(?:0[bB][01]+)";
  private static final String INTEGERS = SIGN + "(?:\\d+)|" + HEX + "|" + BINARY + ")\\z";
  private static final String FLOATS =
      SIGN
          + "(?:(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE]-?\\d+)?)|"
          + HEX
          + "|(?:0[0-7]+)|"
          + BINARY
          + ")\\z";

  private static final PuppetRegexp SPACED_SIGN = new PuppetRegexp("\\A([+-])[[:blank:]]+(.*)\\z");

  private static final PuppetType RADIX =
      alias(
          "Radix",
          new VariantType(
              List.of(
                  DefaultType.DEFAULT,
                  IntegerType.exactly(2),
                  IntegerType.exactly(8),
                  IntegerType.exactly(10),
                  IntegerType.exactly(16))));
  private static final PuppetType INTEGER_SOURCE = convertible(INTEGERS, NumericType.NUMERIC);
  private static final PuppetType FLOAT_SOURCE = convertible(FLOATS, NumericType.NUMERIC);
  private static final PuppetType NUMERIC_SOURCE =
      convertible(FLOATS, IntegerType.DEFAULT, FloatType.DEFAULT);
  private static final PuppetType INTEGER_HASH =
      named(INTEGER_SOURCE, StructElement.optional("radix", RADIX));

  static final Conversion INTEGER =
      new Conversion.Builder("new")
          .way(
              Conversion.takes(
                  1, "from", INTEGER_SOURCE, "radix", RADIX, "abs", BooleanType.DEFAULT),
              a -> abs(integer(a.get(0), Conversion.argument(a, 1)), Conversion.argument(a, 2)))
          .way(Conversion.takes(1, "hash_args", INTEGER_HASH), a -> integer((Map<?, ?>) a.get(0)))
          .mismatch(
              Conversion.takes(1, "hash_args", HashType.DEFAULT),
              a -> integerHashError((Map<?, ?>) a.get(0)))
          .mismatch(
              Conversion.takes(
                  1, "from", AnyType.ANY, "radix", IntegerType.DEFAULT, "abs", BooleanType.DEFAULT),
              a -> integerError(a.get(0), Conversion.argument(a, 1)))
          .build();

  static final Conversion FLOAT =
      withoutRadix("new_float", "Float", FLOAT_SOURCE, NumberConversion::toFloat);

  static final Conversion NUMERIC =
      withoutRadix("new_numeric", "Numeric", NUMERIC_SOURCE, NumberConversion::toNumeric);

  private NumberConversion() {}

  private interface Reader {
    Object read(Object from);
  }

  private static Conversion withoutRadix(
      String function, String name, PuppetType source, Reader reader) {
    return new Conversion.Builder(function)
        .way(
            Conversion.takes(1, "from", source, "abs", BooleanType.DEFAULT),
            a -> abs(reader.read(a.get(0)), Conversion.argument(a, 1)))
        .way(
            Conversion.takes(1, "hash_args", named(source)),
            a -> {
              Map<?, ?> hash = (Map<?, ?>) a.get(0);
              return abs(reader.read(required(hash)), hash.get("abs"));
            })
        .mismatch(
            Conversion.takes(1, "from", AnyType.ANY, "abs", BooleanType.DEFAULT),
            a -> cannotConvert(a.get(0), name))
        .build();
  }

  private static PuppetType alias(String name, PuppetType type) {
    return new TypeAliasType(name, () -> type, new Object());
  }

  private static PuppetType convertible(String pattern, PuppetType... numbers) {
    List<PuppetType> types = new java.util.ArrayList<>(List.of(numbers));
    types.add(BooleanType.DEFAULT);
    types.add(new PatternType(List.of(RegexpType.ofPattern(pattern))));
    types.add(TimespanType.DEFAULT);
    types.add(TimestampType.DEFAULT);
    return alias("Convertible", new VariantType(types));
  }

  private static PuppetType named(PuppetType source, StructElement... more) {
    List<StructElement> elements = new java.util.ArrayList<>();
    elements.add(new StructElement(StringType.ofValue("from"), source));
    elements.addAll(List.of(more));
    elements.add(StructElement.optional("abs", BooleanType.DEFAULT));
    return alias("NamedArgs", new StructType(elements));
  }

  private static Object required(Map<?, ?> hash) {
    Object from = hash.get("from");
    if (from == null) {
      throw new EvaluationException("expects a value for key 'from'");
    }
    return from;
  }

  private static Object integer(Map<?, ?> hash) {
    return abs(integer(required(hash), hash.get("radix")), hash.get("abs"));
  }

  private static Object abs(Object number, @Nullable Object wanted) {
    if (!Boolean.TRUE.equals(wanted)) {
      return number;
    }
    return switch (number) {
      case Long n -> Math.abs(n);
      case Double d -> Math.abs(d);
      case BigInteger i -> RubyNumbers.narrow(i.abs());
      default -> number;
    };
  }

  private static Object integer(Object from, @Nullable Object radix) {
    return switch (from) {
      case Double d -> truncated(d);
      case Timespan t -> RubyNumbers.narrow(t.toInteger());
      case Timestamp t -> RubyNumbers.narrow(t.toInteger());
      case Boolean b -> b ? 1L : 0L;
      case String text -> parseInteger(text, radix instanceof Long r ? r.intValue() : 0);
      default -> from;
    };
  }

  private static Number truncated(double number) {
    if (!Double.isFinite(number)) {
      throw new EvaluationException(RubyText.of(number));
    }
    return RubyNumbers.truncate(number);
  }

  private static Number parseInteger(String text, int radix) {
    Number number = radixInteger(text, radix);
    if (number == null) {
      number = radixInteger(withoutSpacedSign(text), radix);
    }
    if (number == null) {
      throw invalid("Integer", text);
    }
    return number;
  }

  private static String withoutSpacedSign(String text) {
    RegexpMatch match = SPACED_SIGN.match(text);
    return match == null ? text : text.charAt(0) + String.valueOf(match.group(2));
  }

  private static EvaluationException invalid(String name, String text) {
    return new EvaluationException("invalid value for " + name + "(): " + RubyText.inspect(text));
  }

  /** Ruby's {@code Integer(text, radix)}: a prefix must be that of the radix. */
  private static @Nullable Number radixInteger(String text, int radix) {
    if (radix == 0) {
      return RubyNumbers.parseInteger(text);
    }
    String digits = text.strip();
    int sign = digits.startsWith("-") || digits.startsWith("+") ? 1 : 0;
    String lower = digits.substring(sign).toLowerCase(Locale.ROOT);
    String prefix =
        switch (radix) {
          case 2 -> "0b";
          case 8 -> "0o";
          case 16 -> "0x";
          default -> "0d";
        };
    String number = lower.startsWith(prefix) ? lower.substring(2) : lower;
    if (!number.matches("[0-9a-f]+(_[0-9a-f]+)*")) {
      return null;
    }
    try {
      BigInteger value = new BigInteger(number.replace("_", ""), radix);
      return RubyNumbers.narrow(digits.startsWith("-") ? value.negate() : value);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Object toFloat(Object from) {
    return switch (from) {
      case Number n -> n.doubleValue();
      case Timespan t -> t.toDouble();
      case Timestamp t -> t.toDouble();
      case Boolean b -> b ? 1.0 : 0.0;
      default -> parseFloat(from.toString());
    };
  }

  private static Double parseFloat(String text) {
    Double number = tryFloat(text);
    if (number == null) {
      number = tryFloat(withoutSpacedSign(text));
    }
    if (number == null) {
      throw invalid("Float", text);
    }
    return number;
  }

  private static @Nullable Double tryFloat(String text) {
    if (text.toLowerCase(Locale.ROOT).startsWith("0b")) {
      Number binary = RubyNumbers.parseInteger(text);
      return binary == null ? null : Double.valueOf(binary.doubleValue());
    }
    return RubyNumbers.parseFloat(text);
  }

  private static Object toNumeric(Object from) {
    return switch (from) {
      case Number n -> n;
      case Timespan t -> t.toDouble();
      case Timestamp t -> t.toDouble();
      case Boolean b -> b ? 1L : 0L;
      default -> NumericText.parse(from.toString());
    };
  }

  private static String cannotConvert(Object from, String name) {
    return from instanceof String text
        ? "The string '" + text + "' cannot be converted to " + name
        : "Value of type " + TypeInference.inferGeneric(from) + " cannot be converted to " + name;
  }

  private static String integerError(Object from, @Nullable Object radix) {
    assertRadix(radix);
    return cannotConvert(from, "Integer");
  }

  private static void assertRadix(@Nullable Object radix) {
    if (radix == null || radix == Default.DEFAULT) {
      return;
    }
    if (!(radix instanceof Long n) || (n != 2 && n != 8 && n != 10 && n != 16)) {
      throw new EvaluationException(
          "Illegal radix: "
              + StringConverter.convert(radix)
              + ", expected 2, 8, 10, 16, or default");
    }
  }

  private static String integerHashError(Map<?, ?> hash) {
    Object from = hash.get("from");
    if (from != null && !INTEGER_SOURCE.isInstance(from)) {
      return integerError(from, null);
    }
    assertRadix(hash.get("radix"));
    return TypeAsserter.assertInstanceOf("Integer.new", INTEGER_HASH, hash).toString();
  }
}
