// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Positioned;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.Undef;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operator {@code []} ({@code access_operator.rb}); of types, {@link ReferenceAccess}. */
final class AccessOperator {

  /** What Ruby says of an index that it cannot count to. */
  private static final String TOO_BIG = "bignum too big to convert into `long'";

  private AccessOperator() {}

  static Object access(AccessExpression o, Object left, List<Object> keys, Scope scope) {
    return switch (left) {
      case Map<?, ?> map -> accessHash(o, map, keys, scope);
      case List<?> list -> accessArray(o, list, flatten(keys), scope);
      case String text -> accessString(o, text, flatten(keys), scope);
      case PuppetType type -> ReferenceAccess.access(o, type, keys, scope);
      case Binary binary -> accessBinary(o, binary, flatten(keys), scope);
      default -> throw notApplicable(o, left, scope);
    };
  }

  private static EvaluationException notApplicable(AccessExpression o, Object left, Scope scope) {
    return Issues.at(
        scope,
        o.left(),
        "OPERATOR_NOT_APPLICABLE",
        "Operator '[]' is not applicable to " + Labels.anOfValue(left) + ".");
  }

  /** Ruby's {@code flatten}. */
  static List<Object> flatten(List<?> keys) {
    List<Object> flat = new ArrayList<>(keys.size());
    addFlat(flat, keys);
    return flat;
  }

  private static void addFlat(List<Object> flat, List<?> keys) {
    for (Object key : keys) {
      if (key instanceof List<?> nested) {
        addFlat(flat, nested);
      } else {
        flat.add(key);
      }
    }
  }

  private static Object accessHash(
      AccessExpression o, Map<?, ?> map, List<Object> keys, Scope scope) {
    if (keys.isEmpty()) {
      throw badArity(o, scope, "Hash", "one or more arguments", 0);
    }
    if (keys.size() == 1) {
      Object value = map.get(keys.get(0));
      return value == null ? Undef.UNDEF : value;
    }
    List<Object> result = new ArrayList<>();
    for (Object key : keys) {
      Object value = map.get(key);
      if (value != null && value != Undef.UNDEF) {
        result.add(value);
      }
    }
    return result;
  }

  private static EvaluationException badArity(
      AccessExpression o, Scope scope, String what, String expected, int actual) {
    return Issues.at(
        scope,
        o.left(),
        "BAD_" + what.toUpperCase(Locale.ROOT) + "_SLICE_ARITY",
        what + " supports [] with " + expected + ". Got " + actual);
  }

  private static Object accessArray(
      AccessExpression o, List<?> list, List<Object> keys, Scope scope) {
    return switch (keys.size()) {
      case 1 -> {
        long index = arrayIndex(o, list, keys, 0, scope);
        long position = index < 0 ? list.size() + index : index;
        yield position >= 0 && position < list.size() ? list.get((int) position) : Undef.UNDEF;
      }
      case 2 -> {
        long from = arrayIndex(o, list, keys, 0, scope);
        long count = arrayIndex(o, list, keys, 1, scope);
        Slice slice = Slice.of(list.size(), from, count);
        yield slice == null ? List.of() : List.copyOf(list.subList(slice.from(), slice.to()));
      }
      default -> throw badArity(o, scope, "Array", "one or two arguments", keys.size());
    };
  }

  private static long arrayIndex(
      AccessExpression o, List<?> list, List<Object> keys, int index, Scope scope) {
    if (keys.get(index) instanceof Long number) {
      return number;
    }
    Positioned node = keyNode(o, index);
    Object number = coerced(o, keys, index, scope);
    if (number instanceof Long whole) {
      return whole;
    }
    refuseBig(number);
    throw atKey(
        o,
        index,
        Issues.at(
            scope,
            node,
            "BAD_SLICE_KEY_TYPE",
            Labels.upperAnOfValue(list)
                + "[] cannot use "
                + keyTypeName(number)
                + " where Integer is expected"));
  }

  private static Object coerced(AccessExpression o, List<Object> keys, int index, Scope scope) {
    try {
      return Arithmetic.coerceNumeric(keys.get(index), keyNode(o, index), scope);
    } catch (EvaluationException e) {
      throw atKey(o, index, e);
    }
  }

  /** A key that is the part of a list has no position. */
  private static EvaluationException atKey(
      AccessExpression o, int index, EvaluationException error) {
    return index < o.keys().size()
        ? error
        : EvaluationException.preformatted(String.valueOf(error.getMessage()), error.issueCode());
  }

  /** Ruby cannot count so far. */
  private static void refuseBig(@Nullable Object number) {
    if (number instanceof BigInteger) {
      throw new EvaluationException(TOO_BIG);
    }
  }

  static Positioned keyNode(AccessExpression o, int index) {
    return index < o.keys().size() ? o.keys().get(index) : o;
  }

  private static Object accessString(
      AccessExpression o, String text, List<Object> keys, Scope scope) {
    return switch (keys.size()) {
      case 1 -> {
        long index = stringIndex(o, keys, 0, scope);
        int length = text.codePointCount(0, text.length());
        long position = index < 0 ? length + index : index;
        yield position < 0 || position >= length
            ? ""
            : substring(text, (int) position, (int) position + 1);
      }
      case 2 -> {
        long from = stringIndex(o, keys, 0, scope);
        long count = stringIndex(o, keys, 1, scope);
        Slice slice = Slice.of(text.codePointCount(0, text.length()), from, count);
        yield slice == null ? "" : substring(text, slice.from(), slice.to());
      }
      default -> throw badArity(o, scope, "String", "one or two arguments", keys.size());
    };
  }

  private static String substring(String text, int from, int to) {
    int begin = text.offsetByCodePoints(0, from);
    return text.substring(begin, text.offsetByCodePoints(begin, to - from));
  }

  private static long stringIndex(AccessExpression o, List<Object> keys, int index, Scope scope) {
    Object key = keys.get(index);
    Object number = Numbers.toNumber(key);
    if (number instanceof Long whole) {
      return whole;
    }
    refuseBig(number);
    throw atKey(
        o,
        index,
        Issues.at(
            scope,
            keyNode(o, index),
            "BAD_STRING_SLICE_KEY_TYPE",
            "A substring operation does not accept "
                + Labels.article(keyTypeName(number == null ? key : number))
                + " as a character index. Expected an Integer"));
  }

  private static Object accessBinary(
      AccessExpression o, Binary binary, List<Object> keys, Scope scope) {
    String bytes = new String(binary.bytes(), StandardCharsets.ISO_8859_1);
    String slice = (String) accessString(o, bytes, keys, scope);
    return new Binary(slice.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A key's type as messages show it. */
  static String keyTypeName(Object key) {
    return switch (key) {
      case Undef undef -> "Undef";
      case Default any -> "Default";
      default -> TypeLabels.generalizedTypeOf(key);
    };
  }

  /** A range within a sequence, from inclusive, to exclusive. */
  private record Slice(int from, int to) {

    /** Null when nothing is left of the range: negative ends count from the end. */
    static @Nullable Slice of(int length, long k1, long k2) {
      long from = k1 < 0 ? length + k1 : k1;
      long end = length + 1 + k2;
      long count = k2 < 0 ? (from < 0 ? end : lengthTo(end, from)) : k2 + Math.min(from, 0);
      from = Math.max(from, 0);
      return count < 0 || from > length
          ? null
          : new Slice((int) from, (int) (from + Math.min(length - from, count)));
    }

    private static long lengthTo(long end, long from) {
      try {
        return Math.subtractExact(end, from);
      } catch (ArithmeticException e) {
        throw new EvaluationException(TOO_BIG);
      }
    }
  }
}
