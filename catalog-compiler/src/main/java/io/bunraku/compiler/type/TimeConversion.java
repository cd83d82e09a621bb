// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.ruby.RubyNumbers;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.TimespanFormat;
import io.bunraku.compiler.value.Timestamp;
import io.bunraku.compiler.value.TimestampFormat;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** New lengths of time and points in time. */
final class TimeConversion {

  private static final PuppetType NUMBER =
      new VariantType(List.of(IntegerType.DEFAULT, FloatType.DEFAULT));
  private static final PuppetType LONG_STRING = StringType.ofSize(new IntegerType(2L, null));
  private static final PuppetType FORMATS =
      new TypeAliasType(
          "Formats",
          () ->
              new VariantType(
                  List.of(LONG_STRING, new ArrayType(LONG_STRING, IntegerType.NOT_EMPTY))),
          new Object());
  private static final List<String> UNITS =
      List.of("days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds");

  static final Conversion TIMESPAN =
      new Conversion.Builder("new_timespan")
          .way(Conversion.takes(1, "seconds", NUMBER), a -> timespan((Number) a.get(0)))
          .way(
              Conversion.takes(1, "string", StringType.NON_EMPTY, "format", FORMATS),
              a -> timespan(a.get(0).toString(), Conversion.argument(a, 1)))
          .way(
              Conversion.takes(4, fields()),
              a -> {
                Timespan span = fields(false, i -> Conversion.argument(a, i));
                return span;
              })
          .way(
              Conversion.takes(
                  1,
                  "hash_arg",
                  new StructType(
                      List.of(
                          StructElement.of("string", StringType.NON_EMPTY),
                          StructElement.optional("format", FORMATS)))),
              a -> timespan((Map<?, ?>) a.get(0)))
          .way(Conversion.takes(1, "hash_arg", fieldsHash()), a -> timespan((Map<?, ?>) a.get(0)))
          .build();

  static final Conversion TIMESTAMP =
      new Conversion.Builder("new_timestamp")
          .way(
              new Signature(
                  new CallableType(new TupleType(List.of(), IntegerType.exactly(0)), null, null),
                  List.of(),
                  null),
              a -> Timestamp.of(java.time.InstantSource.system().instant()))
          .way(Conversion.takes(1, "seconds", NUMBER), a -> timestamp((Number) a.get(0)))
          .way(
              Conversion.takes(
                  1,
                  "string",
                  StringType.NON_EMPTY,
                  "format",
                  FORMATS,
                  "timezone",
                  StringType.NON_EMPTY),
              a ->
                  timestamp(
                      a.get(0).toString(), Conversion.argument(a, 1), Conversion.argument(a, 2)))
          .way(
              Conversion.takes(
                  1,
                  "hash_arg",
                  new StructType(
                      List.of(
                          StructElement.of("string", StringType.NON_EMPTY),
                          StructElement.optional("format", FORMATS),
                          StructElement.optional("timezone", StringType.NON_EMPTY)))),
              a -> timestamp((Map<?, ?>) a.get(0)))
          .build();

  private TimeConversion() {}

  private interface Fields {
    @Nullable Object get(int unit);
  }

  private static Object[] fields() {
    List<Object> parameters = new ArrayList<>();
    for (String unit : UNITS) {
      parameters.add(unit);
      parameters.add(IntegerType.DEFAULT);
    }
    return parameters.toArray();
  }

  private static StructType fieldsHash() {
    List<StructElement> elements = new ArrayList<>();
    elements.add(StructElement.optional("negative", BooleanType.DEFAULT));
    UNITS.forEach(unit -> elements.add(StructElement.optional(unit, IntegerType.DEFAULT)));
    return new StructType(elements);
  }

  private static Timespan fields(boolean negative, Fields fields) {
    List<BigInteger> values = new ArrayList<>();
    for (int i = 0; i < UNITS.size(); i++) {
      values.add(fields.get(i) instanceof Number n ? RubyNumbers.big(n) : BigInteger.ZERO);
    }
    return Timespan.ofFields(negative, values);
  }

  static Timespan timespan(Map<?, ?> hash) {
    if (hash.get("string") instanceof String text) {
      return timespan(text, hash.get("format"));
    }
    return fields(Boolean.TRUE.equals(hash.get("negative")), unit -> hash.get(UNITS.get(unit)));
  }

  private static Timespan timespan(Number seconds) {
    return Timespan.ofSeconds(seconds);
  }

  private static Timespan timespan(String text, @Nullable Object format) {
    return switch (format) {
      case String single -> new TimespanFormat(single).parse(text);
      case List<?> several ->
          TimespanFormat.parse(
              text, several.stream().map(f -> new TimespanFormat(f.toString())).toList());
      case null, default -> Timespan.parse(text);
    };
  }

  private static Timestamp timestamp(Number seconds) {
    return Timestamp.ofSeconds(seconds);
  }

  static Timestamp timestamp(Map<?, ?> hash) {
    return timestamp(String.valueOf(hash.get("string")), hash.get("format"), hash.get("timezone"));
  }

  private static Timestamp timestamp(
      String text, @Nullable Object format, @Nullable Object timezone) {
    String zone = timezone instanceof String z ? z : null;
    return switch (format) {
      case String single -> TimestampFormat.parse(text, single, zone);
      case List<?> several ->
          TimestampFormat.parse(text, several.stream().map(Object::toString).toList(), zone);
      case null, default -> TimestampFormat.parse(text, zone);
    };
  }
}
