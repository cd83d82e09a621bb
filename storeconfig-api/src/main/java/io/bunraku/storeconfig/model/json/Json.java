// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bunraku.storeconfig.model.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plain data ({@code String Long Double Boolean List Map} and null) to JSON and back. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes data with its maps in their own order. */
  public static Bytes write(Object data) {
    return write(data, false);
  }

  /** Writes data with the keys of all maps sorted: equal data gives equal bytes. */
  public static Bytes canonical(Object data) {
    return write(data, true);
  }

  private static Bytes write(Object data, boolean sorted) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      value(generator, data, sorted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of(out.toByteArray());
  }

  private static void value(JsonGenerator out, @Nullable Object data, boolean sorted)
      throws IOException {
    switch (data) {
      case null -> out.writeNull();
      case String s -> out.writeString(s);
      case Boolean b -> out.writeBoolean(b);
      case Long n -> out.writeNumber(n);
      case Integer n -> out.writeNumber(n);
      case Double d -> out.writeNumber(d);
      case BigInteger n -> out.writeNumber(n);
      case BigDecimal n -> out.writeNumber(n);
      case Map<?, ?> map -> object(out, map, sorted);
      case Iterable<?> many -> array(out, many, sorted);
      default -> throw new IllegalArgumentException("Not plain data: " + data.getClass());
    }
  }

  private static void object(JsonGenerator out, Map<?, ?> map, boolean sorted) throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : (sorted ? new TreeMap<>(map) : map).entrySet()) {
      out.writeFieldName((String) entry.getKey());
      value(out, entry.getValue(), sorted);
    }
    out.writeEndObject();
  }

  private static void array(JsonGenerator out, Iterable<?> many, boolean sorted)
      throws IOException {
    out.writeStartArray();
    for (Object item : many) {
      value(out, item, sorted);
    }
    out.writeEndArray();
  }

  /**
   * Reads data.
   *
   * @throws MalformedDocumentException if the bytes are not one JSON text
   */
  public static @Nullable Object parse(Bytes bytes) {
    try (JsonParser parser = FACTORY.createParser(bytes.array())) {
      parser.nextToken();
      Object data = value(parser);
      if (parser.nextToken() != null) {
        throw new MalformedDocumentException("Something follows the JSON text", null);
      }
      return data;
    } catch (IOException e) {
      throw new MalformedDocumentException("Not JSON: " + e.getMessage(), e);
    }
  }

  private static @Nullable Object value(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    return switch (token) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> array(in);
      case VALUE_STRING -> in.getText();
      case VALUE_NUMBER_INT -> integer(in);
      case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case null, default -> throw new MalformedDocumentException("Not JSON: " + token, null);
    };
  }

  private static Object integer(JsonParser in) throws IOException {
    return in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? in.getBigIntegerValue()
        : (Object) in.getLongValue();
  }

  private static Map<String, @Nullable Object> object(JsonParser in) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      map.put(name, value(in));
    }
    return map;
  }

  private static List<@Nullable Object> array(JsonParser in) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(in));
    }
    return list;
  }
}
